import { summaryOf } from './card/summary.js';
import { t } from './i18n.js';
import { messageText } from './message-text.js';
import { botName, isBot, lang, nameOf, personOf, state, zone } from './state.js';

/** Who sent a message, in the reader's language. */
export function senderName(message) {
  const person = personOf(message.sender.id);
  if (person) return nameOf(person);
  return isBot(message.sender.id) || message.sender.type === 'app' ? botName() : message.sender.name;
}

/** A text with its mentions in the reader's language. */
const inWords = ({ text = '', mentions }) =>
  messageText(text, mentions)
    .map((part) => (typeof part === 'string' ? part : part.textContent))
    .join('');

/** A message in one line, for the chat list and quotes. */
export function previewOf(message) {
  if (message.deleted) {
    return message.sender.id === state.as ? t('recalled_you') : t('recalled_other', { name: senderName(message) });
  }
  switch (message.msg_type) {
    case 'interactive':
      return (
        (message.card && summaryOf(message.card, { lang: lang(), zone: zone(), me: state.as, sentAt: message.created_at })) || t('card')
      );
    case 'image':
      return t('image');
    case 'sticker':
      return t('sticker');
    case 'file':
      return `${t('file')} ${message.content?.file_name ?? ''}`.trim();
    default:
      return inWords(message) || (message.msg_type === 'post' ? t('post') : '');
  }
}
