import { useSignal } from '@preact/signals';
import type { ReserveView } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { panels, showPanel } from '../data/panels.ts';
import { now, reserves } from '../data/state.ts';
import { Empty } from '../ui/empty.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { List } from '../ui/list.tsx';
import { PanelHead } from '../ui/panel.tsx';
import { findReserve, isInside, isKnown, numberOf, stateOf, topicOf } from './reserve.ts';
import { Room } from './room.tsx';
import { show, showList, shown } from './visit.ts';

function MeetingRow({ reserve }: { reserve: ReserveView }) {
  const status = stateOf(reserve, now());
  const inside = reserve.meeting?.participants.filter(isInside).length ?? 0;
  return (
    <li>
      <button type="button" class={`meeting-row ${status}`} data-testid="meeting-row" onClick={() => show(reserve)}>
        <span class="meeting-row-icon">
          <Icon name="video" size={20} />
        </span>
        <span class="chat-lines">
          <span class="chat-line">
            <span class="chat-name">{topicOf(reserve)}</span>
            {status === 'live' && (
              <span class="text-tag" data-hue="green">
                <Icon name="person" size={11} />
                {inside}
              </span>
            )}
          </span>
          <span class="chat-last">{`${numberOf(reserve.meeting_no)} · ${t(`state_${status}`)}`}</span>
        </span>
      </button>
    </li>
  );
}

function JoinByNumber() {
  const number = useSignal('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const meetingNo = number.value.replaceAll(/\D/g, '');
    if (meetingNo) show(findReserve({ meetingNo }), undefined, true);
  };
  return (
    <form class="join-by-no" onSubmit={submit}>
      <label for="join-by-no">{t('join_by_no')}</label>
      <div class="row">
        <input
          type="text"
          id="join-by-no"
          inputMode="numeric"
          class="field"
          placeholder={t('meeting_no')}
          aria-label={t('meeting_no')}
          value={number.value}
          onInput={(event) => (number.value = event.currentTarget.value)}
        />
        <button type="submit" class="button button-primary">
          {t('join')}
        </button>
      </div>
    </form>
  );
}

function Meetings() {
  const known = reserves.value.filter(isKnown).reverse();
  return (
    <>
      <JoinByNumber />
      {known.length === 0 ? (
        <Empty icon="video" text={t('meeting_none')} />
      ) : (
        <List class="meeting-list">
          {known.map((reserve) => (
            <MeetingRow key={reserve.id} reserve={reserve} />
          ))}
        </List>
      )}
    </>
  );
}

function OneMeeting({ reserveId }: { reserveId: string | null }) {
  const reserve = reserveId ? findReserve({ reserveId }) : null;
  return reserve ? <Room reserve={reserve} /> : <Empty icon="warning" text={t('meeting_unknown')} />;
}

/** The panel of meetings: all that the person knows, or one. */
export function MeetingPanel() {
  if (!panels.meeting.value) return null;
  const one = shown.value;
  const close = (): void => showPanel('meeting', false);
  return (
    <aside id="meeting" class="panel meeting" data-testid="meeting-panel" aria-label={t('meeting')}>
      <PanelHead
        title={t(one ? 'meeting' : 'meetings')}
        lead={one && <IconButton icon="back" size={18} label={t('all_meetings')} onClick={showList} />}
        onClose={close}
      />
      <div class="panel-scroll">{one ? <OneMeeting reserveId={one.reserveId} /> : <Meetings />}</div>
    </aside>
  );
}
