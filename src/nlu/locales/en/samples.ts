/** What people say every day: read once before anybody waits, see `warm-up`. */
export const samples: readonly string[] = ['book a call tomorrow at 3pm', 'move the retro to Monday 4pm'];
