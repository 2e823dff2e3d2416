/** Case and the spaces around it are no part of a topic. */
export const isSameTopic = (one: string | null | undefined, other: string | null | undefined): boolean => bare(one) === bare(other);

const bare = (topic: string | null | undefined): string => (topic ?? '').trim().toLowerCase();

/** Those that are called just that; where none is, all of them. */
export function justCalled<T>(found: T[], topic: string, topicOf: (one: T) => string | null): T[] {
  const exact = found.filter((one) => isSameTopic(topicOf(one), topic));
  return exact.length > 0 ? exact : found;
}
