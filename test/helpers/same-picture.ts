import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Which the references were made with; what else is installed draws other letters. */
const FONT = 'Noto Sans CJK SC';

/** Why pictures cannot be compared here; null: they can. */
export function missingFont(): string | null {
  try {
    return execFileSync('fc-list', { encoding: 'utf8' }).includes(FONT) ? null : `there is no ${FONT} (fonts-noto-cjk) here`;
  } catch {
    return 'there is no fc-list here to ask for fonts';
  }
}

interface Difference {
  /** Width and height differ by that many pixels at most. */
  size: number;
  /** The part of all pixels that look different, from 0 to 1. */
  part: number;
}

/** In the page, as both are pictures there already: a pixel is different where a channel is off by more than 40 of 255. */
const COMPARE = `async ([a, b]) => {
  const load = (data) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = 'data:image/png;base64,' + data;
  });
  const [one, other] = [await load(a), await load(b)];
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  const pixels = (image) => {
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0);
    return drawing.getImageData(0, 0, width, height).data;
  };
  const [p, q] = [pixels(one), pixels(other)];
  let off = 0;
  for (let at = 0; at < p.length; at += 4) if ([0, 1, 2].some((n) => Math.abs(p[at + n] - q[at + n]) > 40)) off += 1;
  return { size: Math.max(Math.abs(one.width - other.width), Math.abs(one.height - other.height)), part: off / (width * height) };
}`;

/**
 * How far an element looks different from the picture of it that is kept at `file`; with `UPDATE_PICTURES=1`, or where there
 * is none yet, it is kept from now on. What is random in it (numbers, passwords, links) is covered.
 */
export async function difference(page: Page, element: Locator, file: string): Promise<Difference> {
  const random = [element.locator('code'), element.locator('a')];
  const now = await element.screenshot({ mask: random, maskColor: '#888888', animations: 'disabled', caret: 'hide' });
  if (process.env.UPDATE_PICTURES || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  const both = [now.toString('base64'), readFileSync(file).toString('base64')];
  return (await page.evaluate(`(${COMPARE})(${JSON.stringify(both)})`)) as Difference;
}
