import { isOpenId } from '../text/ink.ts';

/** Somebody's name inside a text; nobody is called by it. Source: Feishu's page on the rich text component, `<person>`. */
export const personTag = (openId: string): string => `<person id='${openId}' show_name=true show_avatar=false style='normal'></person>`;

/** Calls people: they are notified. Source: the same page, `<at>`. */
export const atTags = (openIds: readonly string[]): string =>
  openIds
    .filter(isOpenId)
    .map((openId) => `<at id=${openId}></at>`)
    .join(' ');
