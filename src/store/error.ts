/** Why the store could not do it. `full`, `busy`, `unwritable` and `unreachable` may pass; the rest needs a person. */
export type StoreFault =
  | 'full'
  | 'busy'
  | 'unwritable'
  | 'unreachable'
  | 'denied'
  | 'closed'
  | 'in_use'
  | 'newer'
  | 'older'
  | 'foreign'
  | 'damaged'
  | 'unsupported'
  | 'missing'
  | 'other';

/** The message is a sentence for the person who runs the bot: what is wrong, where, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
