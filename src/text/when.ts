/** A time as a sentence gets it: in words for one place (plain text, a message, a card's markdown). */
export interface When {
  day: string;
  clock: string;
  /** ` (UTC+8)` or the like, empty where each reader sees their own zone. */
  zone: string;
  /** Equal for two times of one day. */
  key: number;
}
