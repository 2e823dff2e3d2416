import { api } from '../api.js';
import { ask } from '../dialog.js';
import { knows, t } from '../i18n.js';
import { openLink } from '../links.js';
import { state } from '../state.js';
import { refused, toast } from '../toast.js';
import { words } from './text.js';

const UNSUPPORTED = 'lark://msgcard/unsupported_action';

/** What a press sends where the card asks for it; 1.0 cards write `value` and `url` on the component itself. */
function behaviours(element) {
  const list = Array.isArray(element.behaviors) ? element.behaviors : [];
  const link = list.find((item) => item.type === 'open_url') ?? element.multi_url ?? (element.url ? { default_url: element.url } : null);
  const callback = list.find((item) => item.type === 'callback');
  return {
    url: link ? link.pc_url || link.default_url || link.url || '' : '',
    value: callback ? (callback.value ?? {}) : element.value && typeof element.value === 'object' ? element.value : null,
  };
}

async function confirmed(element, ctx) {
  if (!element.confirm) return true;
  return ask({ title: words(element.confirm.title, ctx.lang), text: words(element.confirm.text, ctx.lang) });
}

function say(code) {
  const key = `code_${code}`;
  return t('code', { say: t(knows(key) ? key : 'code_other'), code });
}

/**
 * How the platform finds the element again: by its name or value, which still hold when the card has just been patched; by its place
 * where it has neither.
 */
function identity(element, ctx, value) {
  if (element.name || value !== null) return { tag: element.tag, name: element.name || undefined, value: value ?? undefined };
  return { tag: element.tag, path: ctx.path };
}

/**
 * Sends one press to the platform and shows what came back.
 * `target` turns busy meanwhile; `extra` holds what the component says (option, form_value, …).
 */
async function send(target, element, ctx, value, { form, ...extra }) {
  if (target.getAttribute('aria-busy') === 'true') return false;
  target.setAttribute('aria-busy', 'true');
  try {
    const result = await api.press({
      as: state.as,
      message_id: ctx.messageId,
      element: { ...identity(element, ctx, value), ...extra },
      ...(form && { form_name: form.name, form_value: form.value }),
    });
    if (result.code) toast('error', say(result.code));
    else if (result.toast?.content) toast(result.toast.type, result.toast.content);
    return !result.code;
  } catch (error) {
    refused(error);
    return false;
  } finally {
    target.removeAttribute('aria-busy');
  }
}

/**
 * A press of a button, a container or an overflow entry: confirms when asked to, follows its link, calls back.
 * `always` is for components that call back without `behaviors`.
 */
export async function press(target, element, ctx, { always = false, ...extra } = {}) {
  if (!ctx.live) {
    toast('info', t('dead_card'));
    return false;
  }
  if (!(await confirmed(element, ctx))) return false;
  const { url, value } = behaviours(element);
  if (url && url !== UNSUPPORTED) openLink(url);
  if (value === null && !always) return true;
  return send(target, element, ctx, value, extra);
}
