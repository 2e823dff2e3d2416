import { summaryOf } from '../card/summary.ts';
import { t } from '../data/i18n.ts';
import { as, botName, isBot, lang, type Message, nameOf, personOf, zone } from '../data/state.ts';
import { inWords } from './message-text.ts';

/** Who sent a message, in the reader's language. */
export function senderName(message: Message): string {
  const person = personOf(message.sender.id);
  if (person) return nameOf(person);
  return isBot(message.sender.id) || message.sender.type === 'app' ? botName() : message.sender.name;
}

/** A message in one line, for the chat list and quotes. */
export function previewOf(message: Message): string {
  if (message.deleted) return message.sender.id === as.value ? t('recalled_you') : t('recalled_other', { name: senderName(message) });
  switch (message.msg_type) {
    case 'interactive': {
      const reader = { lang: lang.value, zone: zone.value, sentAt: message.created_at };
      return (message.card && summaryOf(message.card, reader)) || t('card');
    }
    case 'image':
      return t('image');
    case 'sticker':
      return t('sticker');
    case 'file':
      return `${t('file')} ${message.content?.file_name ?? ''}`.trim();
    default:
      return inWords(message.text ?? '', message.mentions) || (message.msg_type === 'post' ? t('post') : '');
  }
}
