/** Line icons on a 24 × 24 grid; `F` shapes are filled with the current colour. */
const SHAPES = {
  chat: '<path d="M20 11.5a7.5 7.5 0 0 1-7.5 7.5c-1.2 0-2.3-.3-3.3-.7L4.5 19.5l1.2-4.3A7.5 7.5 0 1 1 20 11.5z"/><path d="M9 11.5h.01M12.5 11.5h.01M16 11.5h.01" stroke-width="2.2"/>',
  video:
    '<rect x="3" y="6.5" width="12.5" height="11" rx="2.5"/><path d="M15.5 10.8l4.4-2.7c.5-.3 1.1 0 1.1.6v6.6c0 .6-.6.9-1.1.6l-4.4-2.7"/>',
  log: '<rect x="3.5" y="4.5" width="17" height="15" rx="2.5"/><path d="M7.5 9.5l2.5 2.5-2.5 2.5M12.5 14.5h4"/>',
  moon: '<path d="M19.5 14.3A8 8 0 1 1 9.7 4.5a6.5 6.5 0 0 0 9.8 9.8z"/>',
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>',
  add: '<path d="M12 5v14M5 12h14"/>',
  back: '<path d="M14.5 5.5L8 12l6.5 6.5"/>',
  right: '<path d="M9.5 5.5L16 12l-6.5 6.5"/>',
  down: '<path d="M6 9.5l6 6 6-6"/>',
  up: '<path d="M6 14.5l6-6 6 6"/>',
  more: '<g stroke-width="2.6"><path d="M5.5 12h.01M12 12h.01M18.5 12h.01"/></g>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  yes: '<path d="M5 12.5l4.8 4.8L19.5 7.5"/>',
  reply: '<path d="M9.5 6L4 11.5 9.5 17"/><path d="M4.5 11.5H14a6 6 0 0 1 6 6v1"/>',
  forward: '<path d="M14.5 6l5.5 5.5-5.5 5.5"/><path d="M19.5 11.5H10a6 6 0 0 0-6 6v1"/>',
  recall: '<path d="M4.5 8.5h10a5 5 0 0 1 0 10H8"/><path d="M8 5L4.5 8.5 8 12"/>',
  copy: '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2"/><path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5"/>',
  at: '<circle cx="12" cy="12" r="3.5"/><path d="M15.5 8.5v4.8c0 1.5 1 2.5 2.3 2.5 1.7 0 2.7-1.5 2.7-3.8A8.5 8.5 0 1 0 17 18.9"/>',
  smile:
    '<circle cx="12" cy="12" r="8.5"/><path d="M8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2"/><path d="M9 9.7h.01M15 9.7h.01" stroke-width="2.4"/>',
  clip: '<path d="M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l6.7-6.7"/>',
  send: '<path class="F" d="M3.7 20.3c-.4.2-.8-.2-.7-.6L5 13l8-1-8-1-2-6.7c-.1-.4.3-.8.7-.6l17 7.7c.4.2.4.9 0 1.1z"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5"/><path d="M12 8h.01" stroke-width="2.2"/>',
  warning:
    '<path d="M10.7 4.7a1.5 1.5 0 0 1 2.6 0l7.4 12.9a1.5 1.5 0 0 1-1.3 2.2H4.6a1.5 1.5 0 0 1-1.3-2.2z"/><path d="M12 10v4"/><path d="M12 16.8h.01" stroke-width="2.2"/>',
  help: '<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.7a2.3 2.3 0 1 1 3.6 2c-.8.5-1.3 1-1.3 2"/><path d="M12 16.5h.01" stroke-width="2.2"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  time: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  alarm: '<circle cx="12" cy="13" r="7"/><path d="M12 9.5V13l2.5 1.5M4 6.5L7 4M20 6.5L17 4"/>',
  bell: '<path d="M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15z"/><path d="M10 20.5h4"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>',
  group:
    '<circle cx="9.5" cy="8.5" r="3.5"/><path d="M3 19.5c.5-3.5 3-5.3 6.5-5.3s6 1.8 6.5 5.3"/><path d="M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.7c2 .7 3.2 2.3 3.5 4.8"/>',
  'member-add': '<circle cx="10" cy="8" r="4"/><path d="M3 20c.5-4 3.2-6 7-6 1.3 0 2.5.2 3.5.7"/><path d="M18 14.5v6M15 17.5h6"/>',
  lock: '<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2"/>',
  key: '<circle cx="8" cy="15" r="4"/><path d="M11 12l8.5-8.5M16 7l2.5 2.5"/>',
  hash: '<path d="M9.5 4l-2 16M16.5 4l-2 16M4.5 9h16M3.5 15h16"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3.3-3.3A4 4 0 0 0 13.3 5L12 6.3"/><path d="M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19l1.3-1.3"/>',
  call: '<path d="M6 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2.2 2C10.5 19.3 4.7 13.5 4 6.2A2 2 0 0 1 6 4z"/>',
  edit: '<path d="M4.5 19.5l1-4.5L15.7 4.8a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5z"/><path d="M13.5 7l3.5 3.5"/>',
  trash: '<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 11.6a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4L17.5 7M10.5 11v5M13.5 11v5"/>',
  refresh: '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9"/><path d="M19.5 4v5h-5"/>',
  undo: '<path d="M4.5 9H14a5.5 5.5 0 0 1 0 11H8"/><path d="M8.5 5l-4 4 4 4"/>',
  share: '<path d="M20 4L10.5 13.5M20 4l-6 16-3.5-6.5L4 10z"/>',
  setting:
    '<circle cx="12" cy="12" r="3"/><path d="M12 3.5l1.2 2.5 2.7-.6 1.6 2.3 2.6 1-.3 2.8L21 13l-1.2 1.5.3 2.8-2.6 1-1.6 2.3-2.7-.6L12 21.5" opacity="0"/><path d="M10.3 3.8h3.4l.6 2.3 1.6.9 2.3-.6 1.7 2.9-1.7 1.7v2l1.7 1.7-1.7 2.9-2.3-.6-1.6.9-.6 2.3h-3.4l-.6-2.3-1.6-.9-2.3.6-1.7-2.9L5.8 13v-2L4.1 9.3l1.7-2.9 2.3.6 1.6-.9z"/>',
  room: '<path d="M5 20V5.5A1.5 1.5 0 0 1 6.5 4h11A1.5 1.5 0 0 1 19 5.5V20M3 20h18M14.5 12.5v1"/><path d="M8.5 20V8h7v12"/>',
  window: '<path d="M18.5 13.5v4a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2h4M14 4.5h5.5V10M19 5l-8 8"/>',
  mic: '<rect x="9" y="3.5" width="6" height="10.5" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>',
  'mic-off':
    '<path d="M9 9V6.5a3 3 0 0 1 6 0V11M14 13.4A3 3 0 0 1 9 11.5M5.5 11.5a6.5 6.5 0 0 0 10 5.5M18.5 11.5c0 .9-.2 1.8-.5 2.5M12 18v3M4 4l16 16"/>',
  'video-off':
    '<path d="M8 6.5h5a2.5 2.5 0 0 1 2.5 2.5v1.8l4.4-2.7c.5-.3 1.1 0 1.1.6v6.6M15.5 15.5a2.5 2.5 0 0 1-2.5 2H5.5A2.5 2.5 0 0 1 3 15V9c0-.9.5-1.7 1.2-2.1M4 4l16 16"/>',
  speaker: '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.7 7.7 0 0 1 0 11"/>',
  'speaker-off': '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9.5l5 5M20.5 9.5l-5 5"/>',
  record: '<circle cx="12" cy="12" r="8.5"/><circle class="F" cx="12" cy="12" r="3.5"/>',
  hangup:
    '<path class="F" d="M3.3 13.8c-.6-3.3 3.7-5.8 8.7-5.8s9.3 2.5 8.7 5.8l-.3 1.5c-.1.5-.5.8-1 .7l-3.5-.7a1 1 0 0 1-.8-1v-1.8a11.6 11.6 0 0 0-6.2 0v1.8a1 1 0 0 1-.8 1l-3.5.7c-.5.1-.9-.2-1-.7z"/>',
  file: '<path d="M6.5 3.5h7.5l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-10.5A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.5z"/><path d="M13.5 3.5v5h5M8.5 13h7M8.5 16.5h5"/>',
  image:
    '<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><circle cx="8.5" cy="9.5" r="1.5"/><path d="M4 17l5-4.5 3.5 3 3-2.5 4.5 4"/>',
  global: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 2.7 3 14.3 0 17M12 3.5c-3 2.7-3 14.3 0 17"/>',
  robot:
    '<rect x="4.5" y="8" width="15" height="11" rx="3"/><path d="M12 4.5V8M2.5 12.5v3M21.5 12.5v3M9.5 16h5"/><path d="M9 12.5h.01M15 12.5h.01" stroke-width="2.4"/>',
  eye: '<path d="M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6z"/><circle cx="12" cy="12" r="3"/>',
  list: '<path d="M9 6.5h11M9 12h11M9 17.5h11"/><path d="M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" stroke-width="2.4"/>',
  play: '<path class="F" d="M8 5.5v13l11-6.5z"/>',
  pin: '<path d="M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V20"/>',
  location: '<path d="M12 21c4.5-4.5 7-7.7 7-11a7 7 0 1 0-14 0c0 3.3 2.5 6.5 7 11z"/><circle cx="12" cy="10" r="2.5"/>',
  minus: '<path d="M5 12h14"/>',
};

/** Filled discs with a sign in them, as toasts and the `…_filled` tokens show. */
const DISCS = {
  succeed: '<circle class="F" cx="12" cy="12" r="10"/><path class="I" d="M7.5 12.3l3.2 3.2 6-6.5"/>',
  info: '<circle class="F" cx="12" cy="12" r="10"/><path class="I" d="M12 11v5.5"/><path class="I" d="M12 7.7h.01" stroke-width="2.4"/>',
  warning: '<circle class="F" cx="12" cy="12" r="10"/><path class="I" d="M12 7v6"/><path class="I" d="M12 16.5h.01" stroke-width="2.4"/>',
  error: '<circle class="F" cx="12" cy="12" r="10"/><path class="I" d="M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6"/>',
  help: '<circle class="F" cx="12" cy="12" r="10"/><path class="I" d="M9.7 9.7a2.3 2.3 0 1 1 3.6 2c-.8.5-1.3 1-1.3 2"/><path class="I" d="M12 16.5h.01" stroke-width="2.4"/>',
};

const COLOURS = {
  calendar: '#3370ff',
  video: '#3370ff',
  time: '#ff8800',
  bell: '#ffc60a',
  alarm: '#ff8800',
  person: '#34c724',
  group: '#3370ff',
  lock: '#8f959e',
  file: '#3370ff',
  record: '#f54a45',
  call: '#34c724',
  robot: '#7f3bf5',
  setting: '#646a73',
  room: '#14c0ff',
  succeed: '#34c724',
  warning: '#ff8800',
  error: '#f54a45',
  info: '#3370ff',
  help: '#3370ff',
};

/** Names of Feishu's icon library (without the style's suffix) → our drawing. */
const TOKENS = {
  'calendar-add': 'calendar',
  'calendar-line': 'calendar',
  'calendar-date': 'calendar',
  'calendar-done': 'calendar',
  'calendar-settings': 'calendar',
  event: 'calendar',
  'video-call': 'video',
  videochat: 'video',
  'feishu-video': 'video',
  'tab-video': 'video',
  meeting: 'video',
  clock: 'time',
  history: 'time',
  'alarm-clock': 'alarm',
  notification: 'bell',
  member: 'person',
  'member-new': 'member-add',
  user: 'person',
  contacts: 'person',
  members: 'group',
  'group-card': 'group',
  'multi-person': 'group',
  'lock-chat': 'lock',
  safe: 'lock',
  password: 'key',
  'link-copy': 'link',
  'global-link': 'link',
  copy: 'copy',
  'tab-copy': 'copy',
  phone: 'call',
  'call-net': 'call',
  rename: 'edit',
  'edit-continue': 'edit',
  'delete-trash': 'trash',
  delete: 'trash',
  cancel: 'close',
  'reset-ccm': 'refresh',
  redo: 'refresh',
  replace: 'refresh',
  sync: 'refresh',
  'share-screen': 'share',
  'forward-com': 'forward',
  'reply-cn': 'reply',
  'more-close': 'more',
  'down-small-ccm': 'down',
  'down-bold': 'down',
  'down-right': 'down',
  'expand-down': 'down',
  'up-small-ccm': 'up',
  'right-small-ccm': 'right',
  'right-bold': 'right',
  'left-small-ccm': 'back',
  left: 'back',
  done: 'yes',
  check: 'yes',
  'check-one': 'yes',
  'list-check': 'yes',
  succeed: 'yes',
  success: 'yes',
  error: 'warning',
  'error-hollow': 'warning',
  maybe: 'help',
  question: 'help',
  tips: 'info',
  'info-hollow': 'info',
  settings: 'setting',
  mike: 'mic',
  'mic-mute': 'mic-off',
  camera: 'video',
  recording: 'record',
  'rec-cloud': 'record',
  'file-detail': 'file',
  doc: 'file',
  'file-link-docx': 'file',
  picture: 'image',
  language: 'global',
  translate: 'global',
  'time-zone': 'global',
  timezone: 'global',
  bot: 'robot',
  myai: 'robot',
  visible: 'eye',
  'visible-lock': 'eye',
  app: 'list',
  'disordered-list': 'list',
  local: 'location',
  'chat-forbidden': 'chat',
  'add-bold': 'add',
  'hashtag-number': 'hash',
  number: 'hash',
  numbers: 'hash',
};

function svg(shape, size, { disc = false } = {}) {
  const template = document.createElement('template');
  template.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" class="icon${disc ? ' icon-disc' : ''}" aria-hidden="true" focusable="false">${shape}</svg>`;
  return template.content.firstElementChild;
}

export const icon = (name, size = 20) => svg(SHAPES[name], size);
export const disc = (name, size = 16) => svg(DISCS[name], size, { disc: true });

/** A `standard_icon` token as the cards name it (`video_outlined`); null when we have no drawing of it. */
export function tokenIcon(token, size = 16) {
  const match = /^(.+)_(outlined|filled|colorful)$/.exec(token ?? '');
  const base = match ? match[1] : token;
  const style = match ? match[2] : 'outlined';
  const name = Object.hasOwn(SHAPES, base) ? base : Object.hasOwn(TOKENS, base) ? TOKENS[base] : null;
  if (style !== 'outlined' && base in DISCS) {
    const drawn = disc(base, size);
    if (style === 'colorful') drawn.style.color = COLOURS[base];
    return drawn;
  }
  if (!name) return null;
  const drawn = icon(name, size);
  if (style === 'colorful' && COLOURS[name]) drawn.style.color = COLOURS[name];
  return drawn;
}
