import type { JoinPreset, Settings } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { accessOptions, field, fieldRow, form, lengthOptions, select } from './fields.ts';
import { aside, frame, label, markdown, option } from './parts.ts';
import { type Node, same, told, weave, words } from './words.ts';
import { COMMON_ZONES, zoneName } from './zones.ts';

type SettingsView = Extract<View, { show: 'settings' }>;

type Label =
  | 'field_default_minutes'
  | 'field_record'
  | 'field_password_policy'
  | 'field_access'
  | 'field_join'
  | 'field_lang'
  | 'field_zone';

/** A preset by name, `own` for any other combination. */
function presetOf({ preview, mic, camera, speaker }: JoinPreset): 'muted' | 'open' | 'preview' | 'own' {
  if (!speaker) return 'own';
  if (preview) return mic || camera ? 'own' : 'preview';
  return mic && camera ? 'open' : mic || camera ? 'own' : 'muted';
}

/** Beside which field a refusal stands. */
const WRONG: Record<string, keyof Settings> = { form_minutes_bad: 'minutes', zone_unknown: 'zone', lang_unknown: 'lang' };

/** Every setting of a person or a group, each marked as its own or as a default. */
export function settingsCard({ scope, effective, own, error }: SettingsView): Node {
  const title = words(`settings_${scope}`);
  const zones = [...new Set([effective.zone, ...COMMON_ZONES])].map((zone) => option(zone, zoneName(zone)));
  const preset = presetOf(effective.join);
  const presets = (preset === 'own' ? (['muted', 'open', 'preview', 'own'] as const) : (['muted', 'open', 'preview'] as const)).map(
    (name) => option(name, words(`join_preset_${name}`)),
  );
  const passwords = (['owner', 'none', 'random'] as const).map((policy) => option(policy, words(`password_${policy}`)));
  const one = (key: keyof Settings, text: Label, options: Node[], chosen: string): Node =>
    field(
      key in own
        ? weave`${words(text)} <text_tag color='blue'>${words('settings_own')}</text_tag>`
        : weave`${words(text)} <font color='grey'>· ${words('settings_default')}</font>`,
      select(key, options, chosen, words(text)),
      error && WRONG[error.key] === key ? error : undefined,
    );
  return frame({
    title,
    template: 'blue',
    icon: 'setting_outlined',
    summary: title,
    elements: [
      label(words(scope === 'person' ? 'settings_person_note' : 'settings_chat_note')),
      ...(error && !WRONG[error.key] ? [markdown(weave`<font color='red'>${told(error, 'markdown')}</font>`)] : []),
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
          fieldRow(one('join', 'field_join', presets, preset)),
          fieldRow(
            one('lang', 'field_lang', [option('zh_cn', same('中文')), option('en_us', same('English'))], effective.lang),
            one('zone', 'field_zone', zones, effective.zone),
          ),
        ],
        { text: words('save'), name: scope === 'chat' ? 'settings__chat' : 'settings__' },
      ),
      aside(words('settings_say')),
    ],
  });
}
