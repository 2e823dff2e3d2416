/** What people say every day: read once before anybody waits, see `warm-up`. */
export const samples: readonly string[] = ['明天下午3点到4点周会', '把周会改到后天上午10点'];
