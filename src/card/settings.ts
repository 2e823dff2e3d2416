import type { JoinPreset, Settings, View } from '../model.ts';
import { accessOptions, field, form, lengthOptions, select } from './fields.ts';
import { aside, frame, label, markdown, option } from './parts.ts';
import { type Node, same, told, type Words, weave, words } from './words.ts';
import { COMMON_ZONES, zoneName } from './zones.ts';

type SettingsView = Extract<View, { show: 'settings' }>;

/** A preset by name, `own` for any other combination. */
function presetOf({ preview, mic, camera, speaker }: JoinPreset): 'muted' | 'open' | 'preview' | 'own' {
  if (!speaker) return 'own';
  if (preview) return mic || camera ? 'own' : 'preview';
  return mic && camera ? 'open' : mic || camera ? 'own' : 'muted';
}

/** Every setting of a person or a group, each marked as its own or as a default. */
export function settingsCard({ scope, effective, own, error }: SettingsView): Node {
  const title = words(`settings_${scope}`);
  const zones = [...new Set([effective.zone, ...COMMON_ZONES])].map((zone) => option(zone, zoneName(zone)));
  const preset = presetOf(effective.join);
  const presets = (preset === 'own' ? (['muted', 'open', 'preview', 'own'] as const) : (['muted', 'open', 'preview'] as const)).map(
    (name) => option(name, words(`join_preset_${name}`)),
  );
  const name = (text: Words, key: keyof Settings): Words =>
    key in own
      ? weave`${text} <text_tag color='blue'>${words('settings_own')}</text_tag>`
      : weave`${text} <text_tag color='neutral'>${words('settings_default')}</text_tag>`;
  return frame({
    title,
    template: 'blue',
    summary: title,
    elements: [
      label(words(scope === 'person' ? 'settings_person_note' : 'settings_chat_note')),
      ...(error ? [markdown(weave`<font color='red'>${told(error, 'markdown')}</font>`)] : []),
      form(
        'settings',
        [
          ...field(
            name(words('field_default_minutes'), 'minutes'),
            select('minutes', lengthOptions(String(effective.minutes)), String(effective.minutes), words('hint_minutes')),
          ),
          ...field(
            name(words('field_lang'), 'lang'),
            select('lang', [option('zh_cn', same('中文')), option('en_us', same('English'))], effective.lang, words('field_lang')),
          ),
          ...field(name(words('field_zone'), 'zone'), select('zone', zones, effective.zone, words('field_zone'))),
          ...field(name(words('field_join'), 'join'), select('join', presets, preset, words('field_join'))),
          ...field(
            name(words('field_record'), 'record'),
            select(
              'record',
              [option('true', words('choice_on')), option('false', words('choice_off'))],
              String(effective.record),
              words('field_record'),
            ),
          ),
          ...field(
            name(words('field_password_policy'), 'password'),
            select(
              'password',
              (['owner', 'none', 'random'] as const).map((policy) => option(policy, words(`password_${policy}`))),
              effective.password,
              words('field_password_policy'),
            ),
          ),
          ...field(
            name(words('field_access'), 'access'),
            select('access', accessOptions(['anyone', 'company', 'chat']), effective.access, words('hint_access')),
          ),
        ],
        { text: words('save'), name: scope === 'chat' ? 'settings__chat' : 'settings__' },
      ),
      aside(words('settings_say')),
    ],
  });
}
