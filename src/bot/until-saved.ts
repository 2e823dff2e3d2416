/** Reads, changes and writes until nobody wrote in between. Null: there is nothing left to change. */
export async function untilSaved<T>(o: {
  read(): Promise<T | null>;
  become(now: T): T | null;
  write(next: T, before: T): Promise<boolean>;
}): Promise<T | null> {
  for (;;) {
    const before = await o.read();
    const next = before && o.become(before);
    if (!before || !next) return null;
    if (await o.write(next, before)) return next;
  }
}
