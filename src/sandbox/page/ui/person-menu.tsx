/* biome-ignore-all lint/a11y/useSemanticElements: the choices look and are pressed like buttons */
import type { PersonView } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadWorld } from '../data/load.ts';
import { actAs } from '../data/moves.ts';
import { as, me, nameOf, people } from '../data/state.ts';
import { setTheme, theme } from '../data/theme.ts';
import { Avatar } from './avatar.tsx';
import { cx } from './classes.ts';
import { Icon } from './icons.tsx';
import { type Popover, PopoverPanel } from './popover.tsx';
import { refused } from './toast.tsx';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
  'UTC',
];

async function change(person: PersonView, fields: Partial<PersonView>): Promise<void> {
  try {
    await api.person(person.open_id, fields);
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly (readonly [value: T, text: string])[];
  value: T;
  pick: (value: T) => void;
}

const Choice = <T extends string>({ label, options, value, pick }: ChoiceProps<T>) => (
  <div class="segment-row">
    <span class="segment-label">{label}</span>
    <div class="segments" role="radiogroup" aria-label={label}>
      {options.map(([key, text]) => (
        <button
          key={key}
          type="button"
          role="radio"
          aria-checked={key === value}
          class={cx('segment', key === value && 'on')}
          data-value={key}
          onClick={() => pick(key)}
        >
          {text}
        </button>
      ))}
    </div>
  </div>
);

function windowOf(person: PersonView): string {
  const url = new URL(location.href);
  url.searchParams.set('as', person.open_id);
  url.searchParams.delete('chat');
  return url.href;
}

function PersonRow({ person, close }: { person: PersonView; close: () => void }) {
  const mine = person.open_id === as.value;
  const become = (): void => {
    actAs(person.open_id);
    close();
  };
  return (
    <div class={cx('person-row', mine && 'on')}>
      <button
        type="button"
        class="person-pick"
        aria-pressed={mine}
        data-item=""
        data-testid="act-as"
        data-person={person.open_id}
        onClick={become}
      >
        <Avatar id={person.open_id} size={30} />
        <span class="person-lines">
          <span>{nameOf(person)}</span>
          <small>{`${person.lang === 'en_us' ? 'English' : '中文'} · ${person.zone}`}</small>
        </span>
        {mine && <Icon name="yes" size={16} />}
      </button>
      <a
        class="icon-button"
        href={windowOf(person)}
        target="_blank"
        rel="noopener"
        title={t('new_window')}
        aria-label={t('new_window_as', { name: nameOf(person) })}
      >
        <Icon name="window" size={16} />
      </a>
    </div>
  );
}

/** The avatar's menu: who this window acts as, that person's language and zone, and the page's look. */
export function PersonMenu({ of }: { of: Popover }) {
  const person = me.value;
  if (!person) return null;
  const zones = ZONES.includes(person.zone) ? ZONES : [person.zone, ...ZONES];
  return (
    <PopoverPanel of={of} tallest={680} class="person-menu" role="dialog" aria-label={t('act_as')} data-testid="person-menu">
      <div class="menu-title">
        {t('act_as')}
        <small>{t('act_as_hint')}</small>
      </div>
      <div class="person-rows">
        {people.value.map((item) => (
          <PersonRow key={item.open_id} person={item} close={of.close} />
        ))}
      </div>
      <hr />
      <Choice
        label={t('my_language', { name: nameOf(person) })}
        options={[
          ['zh_cn', '中文'],
          ['en_us', 'English'],
        ]}
        value={person.lang}
        pick={(lang) => change(person, { lang })}
      />
      <label class="segment-row">
        <span class="segment-label">{t('my_zone')}</span>
        <select class="field small" value={person.zone} onChange={(event) => change(person, { zone: event.currentTarget.value })}>
          {zones.map((zone) => (
            <option key={zone} value={zone} selected={zone === person.zone}>
              {zone}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label={t('appearance')}
        options={[
          ['auto', t('auto')],
          ['light', t('light')],
          ['dark', t('dark')],
        ]}
        value={theme.value}
        pick={setTheme}
      />
    </PopoverPanel>
  );
}
