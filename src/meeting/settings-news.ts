import type { Say } from '../domain/say.ts';
import type { JoinPreset, Settings } from '../domain/settings.ts';

type Told = Omit<Settings, 'zoneFrom'>;
type Clauses = { [S in keyof Told]: (value: Told[S]) => Say };

const CLAUSES: Clauses = {
  minutes: (minutes) => ({ key: 'set_minutes', args: { minutes } }),
  lang: (lang) => ({ key: 'set_lang', args: { lang } }),
  zone: (zone) => ({ key: 'set_zone', args: { zone: { zone } } }),
  join: joinClause,
  record: (record) => ({ key: record ? 'set_record_on' : 'set_record_off' }),
  password: (password) => ({ key: `set_password_${password}` }),
  remind: (remind) =>
    remind === 'off'
      ? { key: 'set_remind_off' }
      : remind === 0
        ? { key: 'set_remind_start' }
        : { key: 'set_remind', args: { minutes: remind } },
  invite: (invite) => ({ key: invite ? 'set_invite_on' : 'set_invite_off' }),
  access: (access) => ({ key: `set_access_${access}` }),
};

function joinClause({ preview, mic, camera }: JoinPreset): Say {
  if (preview) return { key: 'set_join_preview' };
  if (mic === camera) return { key: mic ? 'set_join_open' : 'set_join_muted' };
  return { key: 'set_join_own', args: { mic: mic ? 'on' : 'off', camera: camera ? 'on' : 'off' } };
}

/** 好，以后默认 30 分钟 */
export function settingsNews(scope: 'person' | 'chat', patch: Partial<Settings>): Say {
  const clause = <S extends keyof Told>(setting: S): Say[] => {
    const value: Told[S] | undefined = patch[setting];
    return value === undefined ? [] : [CLAUSES[setting](value)];
  };
  const what = (Object.keys(CLAUSES) as (keyof Told)[]).flatMap((setting) => clause(setting));
  return { key: scope === 'chat' ? 'settings_done_chat' : 'settings_done', args: { what } };
}
