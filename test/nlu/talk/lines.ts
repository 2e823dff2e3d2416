/** One sentence a line; a line break inside a sentence is written ⏎. */
export const lines = (block: string): string[] =>
  block
    .split('\n')
    .map((line) => line.trim().replaceAll('⏎', '\n'))
    .filter((line) => line !== '');
