import type { In } from '../language.ts';
import type { title as zh } from '../zh/title.ts';

export const title: In<typeof zh> = {
  notice_ok: 'Done',
  notice_info: 'Good to know',
  notice_warning: 'Please check',
  notice_error: "That didn't work",
  title_not_booked: 'Not booked',
  title_not_changed: 'Not changed',
  title_not_allowed: 'No permission',
  title_not_found: 'No such meeting',
  title_ask: 'Just checking',
  title_time: 'Please check the time',
  title_lost: 'Not sure it was booked',
  title_late: 'Not done',
  title_not_open: 'Not set up yet',
  title_enough: 'Quite a few for now',
  title_busy: 'Feishu is busy',
  head_cancelled: 'Meeting cancelled',
  head_call_cancelled: 'Call cancelled',
};
