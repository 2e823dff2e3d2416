import { computed, effect, signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'feishu-sandbox.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(system.matches);
system.addEventListener('change', () => {
  systemDark.value = system.matches;
});

function wanted(): Theme {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY);
  return asked === 'light' || asked === 'dark' ? asked : 'auto';
}

export const theme = signal<Theme>(wanted());
export const isDark = computed(() => theme.value === 'dark' || (theme.value === 'auto' && systemDark.value));

/** Keeps the choice for the next visit; one made in the address gives way to it. */
export function setTheme(next: Theme): void {
  const url = new URL(location.href);
  url.searchParams.delete('theme');
  history.replaceState(history.state, '', url);
  localStorage.setItem(KEY, next);
  theme.value = next;
}

/** The browser's own `color-scheme` does the rest: every colour of the page is a light-dark() pair. */
export const applyTheme = (): (() => void) =>
  effect(() => {
    document.documentElement.style.colorScheme = theme.value === 'auto' ? '' : theme.value;
    document.documentElement.dataset.theme = theme.value;
  });
