/** A time as a sentence gets it: in words for one place (plain text, a message, a card's markdown). */
export interface When {
  /** With its weekday. */
  day: string;
  /** The same without it. */
  date: string;
  year: number;
  clock: string;
  /** ` (UTC+8)` or the like, empty where each reader sees their own zone. */
  zone: string;
  /** Equal for two times of one day. */
  key: number;
}
