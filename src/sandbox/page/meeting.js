import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { $, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { drawParticipants, meetingState, numberOf, topicOf } from './meeting-parts.js';
import { emit, lang, loadWorld, me, nameOf, now, on, personOf, roomForTwo, state, zone } from './state.js';
import { localDatetime } from './time.js';
import { refused, said, toast } from './toast.js';

/** What the panel shows: the list, or one reserve (`target`) with the switches of the person about to join. */
const panel = { open: false, target: null, missing: false, pre: switches(), password: '', wrong: '', asked: false, byNumber: false };

function switches(pre = {}) {
  return { mic: pre.mic ?? true, speaker: pre.speaker ?? true, camera: pre.camera ?? false, preview: pre.preview ?? true };
}

const root = () => $('#meeting');

/** The reserve that a link or a number names. */
function find(target) {
  const reserves = state.world?.reserves ?? [];
  if (target.reserveId) return reserves.find((item) => item.id === target.reserveId) ?? null;
  const byUrl = target.url && reserves.find((item) => item.url && new URL(item.url).pathname === new URL(target.url).pathname);
  return byUrl || reserves.findLast((item) => item.meeting_no === target.meetingNo) || null;
}

/** By its number only, and hosts and the owner never: a link to the meeting carries the right to come in. */
const asksPassword = (reserve) =>
  panel.byNumber && !!reserve.password && reserve.owner_id !== state.as && !reserve.host_ids?.includes(state.as);
const mine = (reserve) => reserve.meeting?.participants.find((item) => item.open_id === state.as) ?? null;
const amIn = (reserve) => mine(reserve)?.status === 'in_meeting';

function show(reserve, pre, byNumber = false) {
  Object.assign(panel, {
    open: true,
    target: reserve?.id ?? null,
    missing: !reserve,
    pre: switches(pre),
    password: '',
    wrong: '',
    asked: false,
    byNumber,
  });
  emit('panels', 'meeting');
}

/** Follows a link to a meeting: the settings page first, or straight in when the link says so. */
export async function openMeetingLink(target) {
  await loadWorld();
  const reserve = find(target);
  show(reserve, target.pre);
  if (!reserve || amIn(reserve) || target.pre.preview !== false) return;
  await join(reserve);
}

export function toggleMeetings() {
  if (panel.open) close();
  else {
    Object.assign(panel, { open: true, target: null, missing: false });
    emit('panels', 'meeting');
  }
}

function showList() {
  Object.assign(panel, { target: null, missing: false });
  drawMeeting();
}

function close() {
  panel.open = false;
  emit('panels', null);
}

on('panels', (opened) => {
  if (opened === 'log' && !roomForTwo()) panel.open = false;
});

async function act(work) {
  try {
    await work();
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

async function join(reserve) {
  const { mic, camera, preview } = panel.pre;
  panel.wrong = '';
  try {
    const by = panel.byNumber ? { meeting_no: reserve.meeting_no } : { reserve_id: reserve.id };
    await api.join({ as: state.as, ...by, password: panel.password || undefined, mic, camera, preview });
    panel.password = '';
    await loadWorld();
  } catch (error) {
    panel.wrong = said(error);
    panel.asked = asksPassword(reserve);
    if (!panel.asked) toast('error', panel.wrong);
    drawMeeting();
  }
}

function toggle(name, on, off) {
  const isOn = panel.pre[name];
  const label = t(isOn ? 'is_on' : 'is_off', { what: t(name) });
  return h(
    'button',
    {
      type: 'button',
      class: ['device', !isOn && 'off'],
      'aria-pressed': String(isOn),
      'aria-label': t(name),
      title: label,
      data: { testid: `device-${name}` },
      on: {
        click: () => {
          panel.pre[name] = !isOn;
          drawMeeting();
          $(`[data-testid="device-${name}"]`, root())?.focus();
        },
      },
    },
    icon(isOn ? on : off, 20),
    h('span', null, t(name)),
  );
}

const devices = () =>
  h(
    'div',
    { class: 'devices' },
    toggle('mic', 'mic', 'mic-off'),
    toggle('speaker', 'speaker', 'speaker-off'),
    toggle('camera', 'video', 'video-off'),
  );

/** The person's own picture: with the camera on a coloured stage, else the avatar on black. */
function stage() {
  const person = me();
  return h(
    'div',
    { class: ['stage', panel.pre.camera && 'camera-on'], style: { '--face': person.color } },
    avatarOf(person.open_id, 72),
    h('span', { class: 'stage-name' }, icon(panel.pre.mic ? 'mic' : 'mic-off', 13), nameOf(person)),
    !panel.pre.camera && h('span', { class: 'stage-note' }, t('device_hidden')),
  );
}

function prejoin(reserve) {
  const password = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'field',
    value: panel.password,
    placeholder: t('password_ask'),
    'aria-label': t('password_ask'),
    'aria-invalid': panel.wrong ? 'true' : null,
    maxlength: 9,
    required: true,
    data: { testid: 'meeting-password' },
    on: {
      input: (event) => {
        panel.password = event.target.value;
      },
    },
  });
  const submit = (event) => {
    event.preventDefault();
    join(reserve);
  };
  return h(
    'form',
    { class: 'prejoin', on: { submit } },
    stage(),
    devices(),
    h('p', { class: 'joining' }, t('joining_as', { name: nameOf(me()) })),
    asksPassword(reserve) && password,
    panel.wrong && h('p', { class: 'field-error', role: 'alert' }, panel.wrong),
    h(
      'button',
      { type: 'submit', class: 'button button-primary wide', data: { testid: 'meeting-join' } },
      t(mine(reserve) ? 'rejoin' : 'join'),
    ),
  );
}

function inside(reserve) {
  const meeting = reserve.meeting;
  const canEnd = meeting.host_id === state.as || reserve.owner_id === state.as;
  return h(
    'div',
    { class: 'inside' },
    stage(),
    devices(),
    h(
      'div',
      { class: 'inside-buttons' },
      h(
        'button',
        {
          type: 'button',
          class: 'button button-danger',
          data: { testid: 'meeting-leave' },
          on: { click: () => act(() => api.leave(state.as, reserve.meeting_no)) },
        },
        icon('hangup', 18),
        t('leave'),
      ),
      canEnd &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            data: { testid: 'meeting-end' },
            on: { click: () => act(() => api.end(state.as, reserve.meeting_no)) },
          },
          t('end'),
        ),
    ),
  );
}

/** Somebody who would have to type the password is not shown it. */
const isStranger = (reserve) => asksPassword(reserve) && !amIn(reserve);

function details(reserve) {
  const row = (label, value) => value && [h('dt', null, label), h('dd', null, value)];
  const owner = personOf(reserve.owner_id);
  return h(
    'dl',
    { class: 'meeting-details' },
    row(t('meeting_no'), h('code', null, numberOf(reserve.meeting_no))),
    row(t('password'), reserve.password ? h('code', null, isStranger(reserve) ? '••••••' : reserve.password) : t('no_password')),
    row(t('organiser'), owner && h('span', { class: 'person' }, avatarOf(owner.open_id, 18), nameOf(owner))),
    row(
      t('valid_until'),
      `${localDatetime(reserve.end_time, 'date_short', zone(), lang())} ${localDatetime(reserve.end_time, 'time', zone(), lang())}`,
    ),
    row(t('recording'), reserve.auto_record && icon('record', 16)),
  );
}

function room(reserve) {
  const status = meetingState(reserve, now());
  const over = status === 'expired' || status === 'deleted';
  return [
    h(
      'div',
      { class: 'meeting-title' },
      h('h3', null, topicOf(reserve)),
      h('span', { class: 'text-tag', data: { hue: over ? 'grey' : status === 'live' ? 'green' : 'blue' } }, t(`state_${status}`)),
    ),
    amIn(reserve) ? inside(reserve) : !over && prejoin(reserve),
    drawParticipants(reserve),
    details(reserve),
  ];
}

function listRow(reserve) {
  const status = meetingState(reserve, now());
  const inMeeting = reserve.meeting?.participants.filter((item) => item.status === 'in_meeting').length ?? 0;
  return h(
    'li',
    null,
    h(
      'button',
      { type: 'button', class: ['meeting-row', status], data: { testid: 'meeting-row' }, on: { click: () => show(reserve) } },
      h('span', { class: 'meeting-row-icon' }, icon('video', 20)),
      h(
        'span',
        { class: 'chat-lines' },
        h(
          'span',
          { class: 'chat-line' },
          h('span', { class: 'chat-name' }, topicOf(reserve)),
          status === 'live' && h('span', { class: 'text-tag', data: { hue: 'green' } }, icon('person', 11), String(inMeeting)),
        ),
        h('span', { class: 'chat-last' }, `${numberOf(reserve.meeting_no)} · ${t(`state_${status}`)}`),
      ),
    ),
  );
}

/** Whoever runs a meeting, hosts it, was in it, or has seen a card or a link of it. */
function known(reserve) {
  if (reserve.owner_id === state.as || reserve.host_ids?.includes(state.as) || mine(reserve)) return true;
  const signs = [reserve.id, reserve.meeting_no, numberOf(reserve.meeting_no), reserve.url];
  for (const messages of state.messages.values()) {
    for (const { card, text } of messages) {
      const said = card ? JSON.stringify(card) : (text ?? '');
      if (signs.some((sign) => said.includes(sign))) return true;
    }
  }
  return false;
}

function list() {
  const reserves = state.world.reserves.filter(known).reverse();
  const number = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'field',
    placeholder: t('meeting_no'),
    'aria-label': t('meeting_no'),
  });
  const go = (event) => {
    event.preventDefault();
    const meetingNo = number.value.replaceAll(/\D/g, '');
    // While somebody types here the list is not drawn anew.
    number.blur();
    if (meetingNo) show(find({ meetingNo }), {}, true);
  };
  return [
    h(
      'form',
      { class: 'join-by-no', on: { submit: go } },
      h('label', null, t('join_by_no')),
      h('div', { class: 'row' }, number, h('button', { type: 'submit', class: 'button button-primary' }, t('join'))),
    ),
    reserves.length
      ? h('ul', { class: 'meeting-list', role: 'list' }, reserves.map(listRow))
      : h('div', { class: 'empty' }, icon('video', 40), t('meeting_none')),
  ];
}

/** Draws the meeting panel; while somebody types a password only what is around it changes. */
export function drawMeeting() {
  const box = root();
  box.hidden = !panel.open;
  if (!panel.open) return;
  const reserve = panel.target ? find({ reserveId: panel.target }) : null;
  const active = document.activeElement;
  const typing =
    active?.dataset?.testid === 'meeting-password' && box.contains(active) ? [active.selectionStart, active.selectionEnd] : null;
  if (active?.matches?.('.join-by-no input') && box.contains(active) && active.value) return;
  box.setAttribute('aria-label', t('meeting'));
  const inOne = panel.target || panel.missing;
  fill(
    box,
    h(
      'header',
      { class: 'panel-head-bar' },
      inOne && iconButton(icon('back', 18), t('all_meetings'), showList),
      h('h2', null, t(inOne ? 'meeting' : 'meetings')),
      h('span', { class: 'grow' }),
      iconButton(icon('close', 18), t('close'), close),
    ),
    h(
      'div',
      { class: 'panel-scroll' },
      reserve ? room(reserve) : inOne ? h('div', { class: 'empty' }, icon('warning', 40), t('meeting_unknown')) : list(),
    ),
  );
  const password = $('[data-testid="meeting-password"]', box);
  if (password && (typing || panel.asked)) {
    password.focus();
    if (typing) password.setSelectionRange(...typing);
    panel.asked = false;
  }
}
