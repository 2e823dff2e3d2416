import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { closePopover, isOpen, openPopover } from './popover.js';
import { actAs, loadWorld, me, nameOf, state } from './state.js';
import { setTheme, theme } from './theme.js';
import { refused } from './toast.js';

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

async function change(person, fields) {
  try {
    await api.person(person.open_id, fields);
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

function choice(label, options, value, pick) {
  return h(
    'div',
    { class: 'segment-row' },
    h('span', { class: 'segment-label' }, label),
    h(
      'div',
      { class: 'segments', role: 'radiogroup', 'aria-label': label },
      options.map(([key, text]) =>
        h(
          'button',
          {
            type: 'button',
            role: 'radio',
            'aria-checked': String(key === value),
            class: ['segment', key === value && 'on'],
            data: { value: key },
            on: { click: () => pick(key) },
          },
          text,
        ),
      ),
    ),
  );
}

function personRow(person, redraw) {
  const mine = person.open_id === state.as;
  const url = new URL(location.href);
  url.searchParams.set('as', person.open_id);
  url.searchParams.delete('chat');
  return h(
    'div',
    { class: ['person-row', mine && 'on'] },
    h(
      'button',
      {
        type: 'button',
        class: 'person-pick',
        'aria-pressed': String(mine),
        data: { item: '', testid: 'act-as', person: person.open_id },
        on: {
          click: () => {
            actAs(person.open_id);
            redraw();
            closePopover();
          },
        },
      },
      avatarOf(person.open_id, 30),
      h(
        'span',
        { class: 'person-lines' },
        h('span', null, nameOf(person)),
        h('small', null, `${person.lang === 'en_us' ? 'English' : '中文'} · ${person.zone}`),
      ),
      mine && icon('yes', 16),
    ),
    h(
      'a',
      {
        class: 'icon-button',
        href: url.href,
        target: '_blank',
        rel: 'noopener',
        title: t('new_window'),
        'aria-label': t('new_window_as', { name: nameOf(person) }),
      },
      icon('window', 16),
    ),
  );
}

/** The avatar's menu: who this window acts as, that person's language and zone, and the page's look. */
export function openPersonMenu(anchor) {
  if (isOpen(anchor)) return closePopover();
  const panel = h('div', { class: 'person-menu', role: 'dialog', 'aria-label': t('act_as'), data: { testid: 'person-menu' } });
  const draw = () => {
    const person = me();
    const zones = ZONES.includes(person.zone) ? ZONES : [person.zone, ...ZONES];
    panel.replaceChildren(
      h('div', { class: 'menu-title' }, t('act_as'), h('small', null, t('act_as_hint'))),
      h(
        'div',
        { class: 'person-rows' },
        state.world.people.map((item) => personRow(item, draw)),
      ),
      h('hr'),
      choice(
        t('my_language', { name: nameOf(person) }),
        [
          ['zh_cn', '中文'],
          ['en_us', 'English'],
        ],
        person.lang,
        async (lang) => {
          await change(person, { lang });
          draw();
        },
      ),
      h(
        'label',
        { class: 'segment-row' },
        h('span', { class: 'segment-label' }, t('my_zone')),
        h(
          'select',
          {
            class: 'field small',
            on: { change: (event) => change(person, { zone: event.target.value }) },
          },
          zones.map((zone) => h('option', { value: zone, selected: zone === person.zone }, zone)),
        ),
      ),
      choice(
        t('appearance'),
        [
          ['auto', t('auto')],
          ['light', t('light')],
          ['dark', t('dark')],
        ],
        theme(),
        (next) => {
          setTheme(next);
          draw();
        },
      ),
    );
  };
  draw();
  openPopover(anchor, panel, { tallest: 680 });
}
