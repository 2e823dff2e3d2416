import type { Lang } from '../domain/settings.ts';
import type { Card, View } from '../domain/view.ts';
import { adminCard } from './admin.ts';
import { attendanceCard } from './attendance.ts';
import { deedsCard } from './deeds.ts';
import { diagnosisCard } from './diagnosis.ts';
import type { CardTree } from './elements.ts';
import { formCard } from './form.ts';
import { helpCard } from './help.ts';
import { invitationCard } from './invitation.ts';
import { invitedCard } from './invited.ts';
import { lineCard } from './line.ts';
import { listCard } from './list.ts';
import { localise } from './localise.ts';
import { meetingCard } from './meeting.ts';
import { noticeCard } from './notice.ts';
import { recordedCard } from './recorded.ts';
import { reminderCard } from './reminder.ts';
import { seriesCard } from './series.ts';
import { settingsCard } from './settings.ts';
import { shareCard } from './share.ts';
import { traceCard } from './trace.ts';
import { whoCard } from './who.ts';

function draw(view: View): CardTree {
  switch (view.show) {
    case 'meeting':
      return meetingCard(view);
    case 'who':
      return whoCard(view);
    case 'list':
      return listCard(view);
    case 'form':
      return formCard(view);
    case 'settings':
      return settingsCard(view);
    case 'admin':
      return adminCard(view);
    case 'diagnosis':
      return diagnosisCard(view);
    case 'trace':
      return traceCard(view);
    case 'deeds':
      return deedsCard(view);
    case 'attendance':
      return attendanceCard(view);
    case 'recorded':
      return recordedCard(view);
    case 'invitation':
      return invitationCard(view);
    case 'reminder':
      return reminderCard(view);
    case 'series':
      return seriesCard(view);
    case 'invited':
      return invitedCard(view);
    case 'share':
      return shareCard(view);
    case 'help':
      return helpCard(view);
    case 'line':
      return lineCard(view);
    case 'notice':
      return noticeCard(view);
  }
}

/**
 * A view as card JSON 2.0 (card-json-v2-structure). `both`: every text in Chinese and English, the reader's client picks.
 * One language: for ephemeral cards, which know no `i18n_content`.
 */
export function render(view: View, to: { langs: 'both' | Lang }): Card {
  return localise(draw(view), to.langs);
}
