import { button } from './button.ts';
import { card } from './card.ts';
import { change } from './change.ts';
import { error } from './error.ts';
import { form } from './form.ts';
import { guests } from './guests.ts';
import { help } from './help.ts';
import { invitation } from './invitation.ts';
import { list } from './list.ts';
import { live } from './live.ts';
import { notice } from './notice.ts';
import { reminder } from './reminder.ts';
import { series } from './series.ts';
import { settings } from './settings.ts';
import { spoken } from './spoken.ts';
import { talk } from './talk.ts';
import { title } from './title.ts';
import { toast } from './toast.ts';
import { trace } from './trace.ts';
import { who } from './who.ts';
import { writing } from './writing.ts';

/** All that is said in Chinese. */
export const zh = {
  sentences: {
    ...button,
    ...card,
    ...error,
    ...form,
    ...guests,
    ...help,
    ...invitation,
    ...list,
    ...live,
    ...change,
    ...notice,
    ...reminder,
    ...series,
    ...settings,
    ...talk,
    ...title,
    ...toast,
    ...who,
  },
  spoken,
  writing,
  trace,
};
