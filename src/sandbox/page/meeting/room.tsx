import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReserveView } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { as, lang, me, nameOf, now, personOf, zone } from '../data/state.ts';
import { localDatetime } from '../data/time.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Others } from './others.tsx';
import { Participants } from './participants.tsx';
import { amIn, myPart, numberOf, stateOf, topicOf } from './reserve.ts';
import { act, asksPassword, type Device, devices, flip, join, password, wrong } from './visit.ts';

/** One meeting: before, in and after it. */

const DEVICES: readonly { device: Device; on: IconName; off: IconName }[] = [
  { device: 'mic', on: 'mic', off: 'mic-off' },
  { device: 'speaker', on: 'speaker', off: 'speaker-off' },
  { device: 'camera', on: 'video', off: 'video-off' },
];

const Devices = () => (
  <div class="devices">
    {DEVICES.map(({ device, on, off }) => {
      const isOn = devices.value[device];
      return (
        <button
          key={device}
          type="button"
          class={cx('device', !isOn && 'off')}
          aria-pressed={isOn}
          aria-label={t(device)}
          title={t(isOn ? 'is_on' : 'is_off', { what: t(device) })}
          data-testid={`device-${device}`}
          onClick={() => flip(device)}
        >
          <Icon name={isOn ? on : off} size={20} />
          <span>{t(device)}</span>
        </button>
      );
    })}
  </div>
);

/** The person's own picture: with the camera on a coloured stage, else the avatar on black. */
function Stage() {
  const person = me.value;
  if (!person) return null;
  const { mic, camera } = devices.value;
  return (
    <div class={cx('stage', camera && 'camera-on')} style={{ '--face': person.color }}>
      <Avatar id={person.open_id} size={72} />
      <span class="stage-name">
        <Icon name={mic ? 'mic' : 'mic-off'} size={13} />
        {nameOf(person)}
      </span>
      {!camera && <span class="stage-note">{t('device_hidden')}</span>}
    </div>
  );
}

function Password() {
  const field = useRef<HTMLInputElement>(null);
  const problem = wrong.value;
  useLayoutEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  return (
    <input
      ref={field}
      type="text"
      inputMode="numeric"
      class="field"
      value={password.value}
      placeholder={t('password_ask')}
      aria-label={t('password_ask')}
      aria-invalid={problem ? 'true' : undefined}
      maxLength={9}
      required
      data-testid="meeting-password"
      onInput={(event) => (password.value = event.currentTarget.value)}
    />
  );
}

function Prejoin({ reserve }: { reserve: ReserveView }) {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    join(reserve);
  };
  const person = me.value;
  return (
    <form class="prejoin" onSubmit={submit}>
      <Stage />
      <Devices />
      <p class="joining">{t('joining_as', { name: person ? nameOf(person) : '' })}</p>
      {asksPassword(reserve) && <Password />}
      {wrong.value && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit" class="button button-primary wide" data-testid="meeting-join">
        {t(myPart(reserve) ? 'rejoin' : 'join')}
      </button>
    </form>
  );
}

function Inside({ reserve }: { reserve: ReserveView }) {
  const canEnd = reserve.meeting?.host_id === as.value || reserve.owner_id === as.value;
  const leave = () => act(() => api.leave(as.value, reserve.meeting_no));
  const end = () => act(() => api.end(as.value, reserve.meeting_no));
  return (
    <div class="inside">
      <Stage />
      <Devices />
      <div class="inside-buttons">
        <button type="button" class="button button-danger" data-testid="meeting-leave" onClick={leave}>
          <Icon name="hangup" size={18} />
          {t('leave')}
        </button>
        {canEnd && (
          <button type="button" class="button" data-testid="meeting-end" onClick={end}>
            {t('end')}
          </button>
        )}
      </div>
    </div>
  );
}

const Row = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

function Details({ reserve }: { reserve: ReserveView }) {
  const owner = personOf(reserve.owner_id);
  // Somebody who would have to type the password is not shown it.
  const isStranger = asksPassword(reserve) && !amIn(reserve);
  const until = (part: string): string => localDatetime(reserve.end_time, part, zone.value, lang.value);
  return (
    <dl class="meeting-details">
      <Row label={t('meeting_no')}>
        <code>{numberOf(reserve.meeting_no)}</code>
      </Row>
      <Row label={t('password')}>{reserve.password ? <code>{isStranger ? '••••••' : reserve.password}</code> : t('no_password')}</Row>
      {owner && (
        <Row label={t('organiser')}>
          <span class="person">
            <Avatar id={owner.open_id} size={18} />
            {nameOf(owner)}
          </span>
        </Row>
      )}
      <Row label={t('valid_until')}>{`${until('date_short')} ${until('time')}`}</Row>
      {reserve.auto_record && (
        <Row label={t('recording')}>
          <Icon name="record" size={16} />
        </Row>
      )}
    </dl>
  );
}

export function Room({ reserve }: { reserve: ReserveView }) {
  const status = stateOf(reserve, now());
  const over = status === 'expired' || status === 'deleted';
  return (
    <>
      <div class="meeting-title">
        <h3>{topicOf(reserve)}</h3>
        <span class="text-tag" data-hue={over ? 'grey' : status === 'live' ? 'green' : 'blue'}>
          {t(`state_${status}`)}
        </span>
      </div>
      {amIn(reserve) ? <Inside reserve={reserve} /> : !over && <Prejoin reserve={reserve} />}
      {!over && <Others reserve={reserve} />}
      <Participants reserve={reserve} />
      <Details reserve={reserve} />
    </>
  );
}
