import type { Meeting } from '../domain/meeting.ts';
import type { JoinPreset } from '../domain/settings.ts';

const SAFE = /^(?:https?|lark|feishu):\/\//;
const BLANK = /\{\?\}|%7B(?:\?|%3F)%7D/i;

/**
 * A link that joins the meeting as `preset` says. `app_link` comes with `{?}` where values belong (vc-v1/reserve/apply);
 * each is filled or its parameter left out. Without a usable one: the meeting's `url`, which may be empty.
 */
export function joinLink(meeting: Pick<Meeting, 'appLink' | 'url' | 'reserveId'>, preset: JoinPreset): string {
  const values: Record<string, string> = {
    id: encodeURIComponent(meeting.reserveId),
    preview: preset.preview ? '1' : '0',
    mic: preset.mic ? '1' : '0',
    speaker: preset.speaker ? '1' : '0',
    camera: preset.camera ? '1' : '0',
  };
  const filled = meeting.appLink.replace(/([?&])([\w-]+)=([^&#]*)/g, (whole, mark: string, name: string, value: string) => {
    if (!BLANK.test(value)) return whole;
    return values[name] ? `${mark}${name}=${values[name]}` : mark === '?' ? '?' : '';
  });
  const link = filled.replace('?&', '?').replace(/\?$/, '');
  if (link && SAFE.test(link) && !BLANK.test(link)) return link;
  return SAFE.test(meeting.url) && !BLANK.test(meeting.url) ? meeting.url : '';
}
