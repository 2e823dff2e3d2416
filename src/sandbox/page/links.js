import { lang } from './state.js';

/** A link the page may follow: http and https only; anything else is dead text. */
function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

const flag = (params, name) => (params.has(name) ? params.get(name) === '1' : null);

/**
 * The meeting a link leads to: `applink.feishu.cn/client/videochat/open` or `vc.feishu.cn/j/…` (and Lark's hosts); null for other links.
 * Switches that the link leaves out are null.
 */
function meetingOf(url) {
  const feishu = /(^|\.)(feishu\.cn|larksuite\.com|larkoffice\.com)$/.test(url.hostname);
  if (!feishu) return null;
  const params = url.searchParams;
  const pre = {
    preview: flag(params, 'preview'),
    mic: flag(params, 'mic'),
    speaker: flag(params, 'speaker'),
    camera: flag(params, 'camera'),
  };
  if (url.hostname.startsWith('applink.') && url.pathname === '/client/videochat/open') {
    const id = params.get('id');
    if (!id) return null;
    return params.get('idtype') === 'reservationid' ? { reserveId: id, pre } : { meetingNo: id, pre };
  }
  const path = /^\/j\/(\d+)\/?$/.exec(url.pathname);
  if (url.hostname.startsWith('vc.') && path) return { meetingNo: path[1], url: url.href, pre };
  return null;
}

/** Recordings and live streams lead to a page of the sandbox that says what would be there; null for other links. */
function recordingPage(url) {
  const feishu = /^meetings\.(feishu\.cn|larksuite\.com|larkoffice\.com)$/.test(url.hostname);
  if (!feishu || !/^\/(minutes|s)\//.test(url.pathname)) return null;
  return `/page/recording.html?lang=${lang()}&url=${encodeURIComponent(url.href)}`;
}

let openMeeting = () => {};

/** Tells who shows a meeting that a link leads to. */
export function onMeetingLink(handler) {
  openMeeting = handler;
}

/** Follows a link as the client does: meetings open beside the chat, everything else in a new tab. */
export function openLink(text) {
  const url = safeUrl(text);
  if (!url) return;
  const meeting = meetingOf(url);
  if (meeting) openMeeting(meeting);
  else window.open(recordingPage(url) ?? url.href, '_blank', 'noopener,noreferrer');
}

/** Makes an anchor behave as `openLink`, whatever its text. */
export function wireLink(anchor, text) {
  const url = safeUrl(text);
  if (!url) {
    anchor.removeAttribute('href');
    return anchor;
  }
  anchor.href = recordingPage(url) ?? url.href;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  anchor.addEventListener('click', (event) => {
    event.stopPropagation();
    const meeting = meetingOf(url);
    if (!meeting) return;
    event.preventDefault();
    openMeeting(meeting);
  });
  return anchor;
}
