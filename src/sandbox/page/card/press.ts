import { useSignal } from '@preact/signals';
import { api } from '../data/api.ts';
import { knows, t } from '../data/i18n.ts';
import { as } from '../data/state.ts';
import { ask } from '../ui/dialog.tsx';
import { openLink } from '../ui/link.tsx';
import { refused, toast } from '../ui/toast.tsx';
import type { Context } from './context.ts';
import type { FormValues } from './form-fields.ts';
import type { Link, Pressable } from './model.ts';
import { words } from './words.ts';

const UNSUPPORTED = 'lark://msgcard/unsupported_action';

/** What a press sends where the card asks for it. */
function behaviours(element: Pressable): { url: string; value: object | null } {
  const list = element.behaviors ?? [];
  const link: Link = list.find((item) => item.type === 'open_url') ?? element.multi_url ?? { url: element.url };
  const callback = list.find((item) => item.type === 'callback');
  const own = element.value && typeof element.value === 'object' ? element.value : null;
  return { url: link.pc_url || link.default_url || link.url || '', value: callback ? (callback.value ?? {}) : own };
}

async function confirmed({ confirm }: Pressable, { lang }: Context): Promise<boolean> {
  return !confirm || ask({ title: words(confirm.title, lang), text: words(confirm.text, lang) });
}

function say(code: number): string {
  const key = `code_${code}`;
  return t('code', { say: t(knows(key) ? key : 'code_other'), code });
}

/**
 * How the platform finds the element again: by its name or value, which still hold when the card has just been patched; by its place
 * where it has neither.
 */
function identity(element: Pressable, ctx: Context, value: object | null): object {
  if (element.name || value !== null) return { tag: element.tag, name: element.name || undefined, value: value ?? undefined };
  return { tag: element.tag, path: ctx.path };
}

interface Said {
  option?: string;
  options?: readonly string[];
  input?: string;
  checked?: boolean;
  timezone?: string | undefined;
}

interface Pressed extends Said {
  /** For components that call back without `behaviors`. */
  always?: boolean;
  form?: FormValues;
}

async function send(element: Pressable, ctx: Context, value: object | null, said: Said, form: FormValues | undefined): Promise<boolean> {
  try {
    const result = await api.press({
      as: as.peek(),
      message_id: ctx.messageId,
      element: { ...identity(element, ctx, value), ...said },
      ...(form && { ...(form.name !== undefined && { form_name: form.name }), form_value: form.value }),
    });
    if (result.code) toast('error', say(result.code));
    else if (result.toast?.content) toast(result.toast.type, result.toast.content);
    return !result.code;
  } catch (error) {
    refused(error);
    return false;
  }
}

export interface Press {
  busy: boolean;
  /** Confirms when asked to, follows the link, calls back and shows what came of it; false where that went wrong. */
  press(pressed?: Pressed): Promise<boolean>;
}

/** A press of one component; it is busy until the app has answered. */
export function usePress(element: Pressable, ctx: Context): Press {
  const busy = useSignal(false);
  const press = async ({ always = false, form, ...said }: Pressed = {}): Promise<boolean> => {
    if (!ctx.live) {
      toast('info', t('dead_card'));
      return false;
    }
    if (!(await confirmed(element, ctx))) return false;
    const { url, value } = behaviours(element);
    if (url && url !== UNSUPPORTED) openLink(url);
    if (value === null && !always) return true;
    if (busy.peek()) return false;
    busy.value = true;
    try {
      return await send(element, ctx, value, said, form);
    } finally {
      busy.value = false;
    }
  };
  return { busy: busy.value, press };
}
