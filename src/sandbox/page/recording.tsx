import { render } from 'preact';
import type { RecordingView, ReserveView } from '../control/shapes.ts';
import { api } from './data/api.ts';
import { t } from './data/i18n.ts';
import { lang, reserves, takeWorld } from './data/state.ts';
import { applyTheme } from './data/theme.ts';
import { lengthOf } from './data/time.ts';
import { numberOf, topicOf } from './meeting/reserve.ts';
import { Icon } from './ui/icons.tsx';

/** Where links to recordings and live streams lead: what a reader would find there on the real platform. */

interface Found {
  reserve: ReserveView;
  /** Null: a live stream. */
  recording: RecordingView | null;
}

function find(url: string | null): Found | null {
  for (const reserve of reserves.value) {
    const recording = reserve.recordings.find((item) => item.url === url);
    if (recording) return { reserve, recording };
    if (reserve.live_link === url) return { reserve, recording: null };
  }
  return null;
}

function whatIsThere({ recording }: Found): string {
  if (!recording) return t('live_here');
  return recording.ready ? t('recording_ready', { length: lengthOf(recording.seconds, lang.value) }) : t('recording_soon');
}

const Recording = ({ found }: { found: Found | null }) => (
  <main id="recording">
    <Icon name="record" size={48} />
    {found ? (
      <>
        <h1>{topicOf(found.reserve)}</h1>
        <p>{numberOf(found.reserve.meeting_no)}</p>
        <p>{whatIsThere(found)}</p>
        <p>{t('recording_none')}</p>
      </>
    ) : (
      <h1>{t('recording_unknown')}</h1>
    )}
  </main>
);

applyTheme();
const params = new URLSearchParams(location.search);
// Nobody is acting here: the link says in which language.
takeWorld({ ...(await api.world()), people: [], lang_default: params.get('lang') === 'en_us' ? 'en_us' : 'zh_cn' });
document.documentElement.lang = lang.value === 'en_us' ? 'en' : 'zh-CN';
render(<Recording found={find(params.get('url'))} />, document.body);
