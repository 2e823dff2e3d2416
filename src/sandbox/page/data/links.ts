import { lang } from './state.ts';

/** What stood in a link to a meeting: how to come in. Null: left open. */
export interface Entrance {
  preview: boolean | null;
  mic: boolean | null;
  speaker: boolean | null;
  camera: boolean | null;
}

/** Which meeting a link leads to: by reserve, by number or by the number in its own address. */
export interface MeetingTarget {
  reserveId?: string;
  meetingNo?: string;
  url?: string;
  entrance?: Entrance;
}

/** A link the page may follow: http and https only; anything else is dead text. */
function safeUrl(text: string): URL | null {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

const flag = (params: URLSearchParams, name: string): boolean | null => (params.has(name) ? params.get(name) === '1' : null);

/** `applink.feishu.cn/client/videochat/open` or `vc.feishu.cn/j/…` (and Lark's hosts); null for other links. */
function meetingOf(url: URL): MeetingTarget | null {
  if (!/(^|\.)(feishu\.cn|larksuite\.com|larkoffice\.com)$/.test(url.hostname)) return null;
  const params = url.searchParams;
  const entrance: Entrance = {
    preview: flag(params, 'preview'),
    mic: flag(params, 'mic'),
    speaker: flag(params, 'speaker'),
    camera: flag(params, 'camera'),
  };
  if (url.hostname.startsWith('applink.') && url.pathname === '/client/videochat/open') {
    const id = params.get('id');
    if (!id) return null;
    return params.get('idtype') === 'reservationid' ? { reserveId: id, entrance } : { meetingNo: id, entrance };
  }
  const number = /^\/j\/(\d+)\/?$/.exec(url.pathname)?.[1];
  return url.hostname.startsWith('vc.') && number ? { meetingNo: number, url: url.href, entrance } : null;
}

/** Recordings and live streams lead to a page of the sandbox that says what would be there; null for other links. */
function recordingPage(url: URL): string | null {
  const feishu = /^meetings\.(feishu\.cn|larksuite\.com|larkoffice\.com)$/.test(url.hostname);
  if (!feishu || !/^\/(minutes|s)\//.test(url.pathname)) return null;
  return `/page/recording.html?lang=${lang.value}&url=${encodeURIComponent(url.href)}`;
}

export interface Destination {
  /** Where a new tab would go. */
  href: string;
  /** The meeting that opens beside the chat instead. */
  meeting: MeetingTarget | null;
}

/** Where a link leads; null for one that may not be followed. */
export function destinationOf(text: string): Destination | null {
  const url = safeUrl(text);
  return url && { href: recordingPage(url) ?? url.href, meeting: meetingOf(url) };
}
