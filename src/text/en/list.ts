import type { In } from '../language.ts';
import type { list as zh } from '../zh/list.ts';
import { many } from './grammar.ts';

export const list: In<typeof zh> = {
  list_mine: 'My meetings',
  list_chat: 'Meetings in this group',
  span_all: 'All',
  span_today: 'Today',
  span_tomorrow: 'Tomorrow',
  span_this_week: 'This week',
  span_next_week: 'Next week',
  list_page: (a) => `Page ${a.page} of ${a.pages} · ${many(a.total, 'meeting')}`,
  list_total: (a) => many(a.total, 'meeting'),
  list_empty: 'No meetings in this period.',
  list_empty_hint: 'Want one? Just write:',
  several_match: (a) => `${many(a.count, 'meeting')} match. Which one?`,
  several_more: (a) => `${a.count} more not listed. You can say the meeting ID or the day.`,
};
