import { api } from './api.js';
import { $, fill, h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { numberOf, topicOf } from './meeting-parts.js';
import { lang, state } from './state.js';
import { applyTheme } from './theme.js';
import { lengthOf } from './time.js';

/** Where links to recordings and live streams lead: what a reader would find there on the real platform. */

const params = new URLSearchParams(location.search);
const wanted = params.get('url');

function found() {
  for (const reserve of state.world.reserves) {
    const recording = reserve.recordings.find((item) => item.url === wanted);
    if (recording) return { reserve, recording };
    if (reserve.live_link === wanted) return { reserve, recording: null };
  }
  return null;
}

function lines(hit) {
  if (!hit) return [h('h1', null, t('recording_unknown'))];
  const { reserve, recording } = hit;
  const what = recording
    ? t(recording.ready ? 'recording_ready' : 'recording_soon', { length: lengthOf(recording.seconds, lang()) })
    : t('live_here');
  return [
    h('h1', null, topicOf(reserve)),
    h('p', null, numberOf(reserve.meeting_no)),
    h('p', null, what),
    h('p', null, t('recording_none')),
  ];
}

applyTheme();
const world = await api.world();
const language = params.get('lang');
state.world = { ...world, lang_default: language === 'en_us' ? 'en_us' : 'zh_cn' };
document.documentElement.lang = lang() === 'en_us' ? 'en' : 'zh-CN';
fill($('#recording'), icon('record', 48), lines(found()));
