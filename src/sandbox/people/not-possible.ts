/** Why a person cannot do that; said to whoever drives the sandbox. */
export class NotPossible extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}
