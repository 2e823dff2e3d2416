import type { SayKey } from '../domain/say.ts';
import type { JoinPreset, Remind, Settings } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { FIRST, LANGS, LANGUAGES } from '../text/languages.ts';
import type { CardTree, Option } from './elements.ts';
import { accessOptions, field, fieldRow, form, lengthOptions, select } from './fields.ts';
import { frame } from './frame.ts';
import { aside, label, markdown, option, red } from './parts.ts';
import { zoneName } from './times.ts';
import { same, told, weave, words } from './words.ts';

type SettingsView = Extract<View, { show: 'settings' }>;

type Label =
  | 'field_default_minutes'
  | 'field_record'
  | 'field_password_policy'
  | 'field_access'
  | 'field_join'
  | 'field_lang'
  | 'field_zone'
  | 'field_remind'
  | 'field_invite';

/** A preset by name, `own` for any other combination. */
function presetOf({ preview, mic, camera, speaker }: JoinPreset): 'muted' | 'open' | 'preview' | 'own' {
  if (!speaker) return 'own';
  if (preview) return mic || camera ? 'own' : 'preview';
  return mic && camera ? 'open' : mic || camera ? 'own' : 'muted';
}

/** Minutes that people pick; what was said stands among them. */
function remindOptions(chosen: Remind): Option[] {
  const minutes = [...new Set([5, 10, 15, 30, 60, ...(chosen === 'off' || chosen === 0 ? [] : [chosen])])].sort((a, b) => a - b);
  return [
    ...minutes.map((ahead) => option(String(ahead), words('remind_ahead', { minutes: ahead }))),
    option('0', words('remind_start')),
    option('off', words('remind_off')),
  ];
}

/** Beside which field a refusal stands. */
const WRONG: Partial<Record<SayKey, keyof Settings>> = { form_minutes_bad: 'minutes', zone_unknown: 'zone', lang_unknown: 'lang' };

/** Every setting of a person or a group, each marked as its own or as a default. */
export function settingsCard({ scope, effective, own, error }: SettingsView): CardTree {
  const title = words(`settings_${scope}`);
  const zones = [...new Set([effective.zone, ...Object.keys(LANGUAGES[FIRST].writing.zones)])].map((zone) => option(zone, zoneName(zone)));
  const preset = presetOf(effective.join);
  const presets = (preset === 'own' ? (['muted', 'open', 'preview', 'own'] as const) : (['muted', 'open', 'preview'] as const)).map(
    (name) => option(name, words(`join_preset_${name}`)),
  );
  const passwords = (['owner', 'none', 'random'] as const).map((policy) => option(policy, words(`password_${policy}`)));
  const one = (key: keyof Settings, text: Label, options: Option[], chosen: string): ReturnType<typeof field> =>
    field(
      key in own
        ? weave`${words(text)} <text_tag color='blue'>${words(key === 'zone' && own.zoneFrom ? `zone_from_${own.zoneFrom}` : 'settings_own')}</text_tag>`
        : weave`${words(text)} <font color='grey'>· ${words('settings_default')}</font>`,
      select(key, options, chosen, words(text)),
      { error: error && WRONG[error.key] === key ? error : undefined },
    );
  return frame({
    title,
    template: 'blue',
    icon: 'setting_outlined',
    summary: title,
    elements: [
      label(words(scope === 'person' ? 'settings_person_note' : 'settings_chat_note')),
      ...(error && !WRONG[error.key] ? [markdown(red(told(error, 'markdown')))] : []),
      form(
        'settings',
        [
          fieldRow(
            one('minutes', 'field_default_minutes', lengthOptions(String(effective.minutes)), String(effective.minutes)),
            one(
              'record',
              'field_record',
              [option('true', words('choice_on')), option('false', words('choice_off'))],
              String(effective.record),
            ),
          ),
          fieldRow(
            one('password', 'field_password_policy', passwords, effective.password),
            one('access', 'field_access', accessOptions(['anyone', 'company', 'chat']), effective.access),
          ),
          fieldRow(
            one('join', 'field_join', presets, preset),
            one('remind', 'field_remind', remindOptions(effective.remind), String(effective.remind)),
          ),
          fieldRow(
            one(
              'invite',
              'field_invite',
              [option('true', words('choice_on')), option('false', words('choice_off'))],
              String(effective.invite),
            ),
          ),
          fieldRow(
            one(
              'lang',
              'field_lang',
              LANGS.map((lang) => option(lang, same(LANGUAGES[lang].writing.name))),
              effective.lang,
            ),
            one('zone', 'field_zone', zones, effective.zone),
          ),
        ],
        { text: words('save'), act: scope === 'chat' ? { act: 'submit_settings', scope } : { act: 'submit_settings' } },
      ),
      aside(words('settings_say')),
    ],
  });
}
