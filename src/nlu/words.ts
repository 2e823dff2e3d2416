/** The vocabulary that several readers share. Patterns look at prepared text: half-width, simplified. */
export const ARTICLE = /^(?:a|an|the|another|one(?! on\b)|some)\s+(?=[a-z\d])/i;

const KIND_EN =
  '(?:(?:quick|short|brief|small|new|video|online|virtual|remote|instant|feishu|lark|zoom|recurring|half-hour|one-hour)\\s+)*';
/** A meeting and nothing more, English; `a board meeting` is more. */
export const MEETING_EN = new RegExp(
  `^${KIND_EN}(?:meeting|meetings|mtg|meetng|meeitng|meting|metting|meetin|meeeting|mtng|meetig|meetting|call|conference call|conference|video ?call|video ?conference|vc|slot|time slot|time|session|(?:chat|catch[- ]?up)(?= (?:about|on|re|regarding)\b)|appointment|event|invite|reservation|booking|room|meeting room)(?![\\w'-])\\s*(?=$|[:,.;\\-–—(]|(?:about|on|re|regarding|for|to|called|named|titled|and|at|from|in|is|it)\\b)`,
  'i',
);
/** Verbs that mean no more than "let us have a meeting". */
export const MEET_EN = /^(?:meet(?:ing)?(?: up)?|get together|talk|have a (?:meeting|call|chat)|call)$/i;
export const ABOUT_EN = /^(?:about|regarding|concerning|re|on|for|to|called|named|titled)\b[\s:]*|^[:\-–—]+\s*/i;
