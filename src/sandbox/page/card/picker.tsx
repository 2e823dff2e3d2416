import { useSignal } from '@preact/signals';
import { t } from '../data/i18n.ts';
import { now } from '../data/state.ts';
import { dayOf, wallOffset } from '../data/time.ts';
import { cx } from '../ui/classes.ts';
import { space, widthOf } from './box.ts';
import { type ComponentProps, useRemembered } from './context.ts';
import { FieldError, OkButton, useField } from './field.tsx';
import type { PickerElement } from './model.ts';
import { usePress } from './press.ts';
import { words } from './words.ts';

interface Kind {
  /** The browser's input. */
  type: 'date' | 'time' | 'datetime-local';
  initial(element: PickerElement): string | undefined;
  latest?: string;
  /** As the platform writes it: with the person's own offset, as `2024-04-29 07:07 +0800`. */
  write(value: string, zone: string): string;
}

const DATE_TIME: Kind = {
  type: 'datetime-local',
  initial: (element) => element.initial_datetime,
  latest: '9999-12-31T23:59',
  write: (value, zone) => {
    const [day = '', clock = ''] = value.split('T');
    return `${day} ${clock} ${wallOffset(day, clock, zone)}`;
  },
};

const KINDS: Readonly<Record<string, Kind>> = {
  date_picker: {
    type: 'date',
    initial: (element) => element.initial_date,
    latest: '9999-12-31',
    write: (value, zone) => `${value} ${wallOffset(value, '00:00', zone)}`,
  },
  picker_time: {
    type: 'time',
    initial: (element) => element.initial_time,
    write: (value, zone) => `${value} ${wallOffset(dayOf(now(), zone), value, zone)}`,
  },
};

/** The pickers of dates and clocks. */
export function Picker({ element, ctx }: ComponentProps<PickerElement>) {
  const kind = KINDS[element.tag] ?? DATE_TIME;
  const initial = (kind.initial(element) ?? '').replace(' ', 'T');
  const [value, keep] = useRemembered(ctx, initial);
  const changed = useSignal(false);
  const { busy, press } = usePress(element, ctx);
  const write = (): string => kind.write(value.slice(0, 16), ctx.zone);
  const { box, error } = useField(ctx, element, {
    read: () => (value ? write() : undefined),
    empty: () => !value,
    zone: ctx.zone,
    reset: () => keep(initial),
  });
  const label = words(element.placeholder, ctx.lang) || t('choose');
  const submit = (): void => {
    if (!value) return;
    changed.value = false;
    press({ always: true, option: write(), timezone: ctx.zone });
  };
  return (
    <div
      ref={box}
      class={cx('input-box picker', `picker-${kind.type}`, !value && 'blank', error.value && 'wrong')}
      style={{ width: widthOf(element.width), margin: space(element.margin) }}
    >
      <div class="field-wrap">
        <input
          type={kind.type}
          class="field"
          value={value}
          disabled={!!element.disabled}
          aria-label={label}
          aria-busy={busy ? 'true' : undefined}
          title={label}
          max={kind.latest}
          lang={ctx.lang === 'en_us' ? 'en' : 'zh-CN'}
          data-name={element.name}
          onInput={(event) => {
            keep(event.currentTarget.value);
            error.value = '';
            changed.value = true;
          }}
          onKeyDown={(event) => event.key === 'Enter' && !ctx.form && submit()}
          onClick={(event) => event.stopPropagation()}
        />
        {/* Browsers write dates in the way of their own language; at rest the field shows them as the client does. */}
        <span class="picker-hint" aria-hidden="true">
          {value ? value.replace('T', ' ').slice(0, 16) : label}
        </span>
        {!ctx.form && <OkButton hidden={!changed.value || !value} onClick={submit} />}
      </div>
      <FieldError error={error} />
    </div>
  );
}
