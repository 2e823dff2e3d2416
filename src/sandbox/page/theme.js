const KEY = 'feishu-sandbox.theme';

/** auto, light or dark. */
export function theme() {
  const wanted = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY);
  return wanted === 'light' || wanted === 'dark' ? wanted : 'auto';
}

export function setTheme(next) {
  const url = new URL(location.href);
  url.searchParams.delete('theme');
  history.replaceState(history.state, '', url);
  localStorage.setItem(KEY, next);
  applyTheme();
}

/** The browser's own `color-scheme` does the rest: every colour of the page is a light-dark() pair. */
export function applyTheme() {
  const now = theme();
  document.documentElement.style.colorScheme = now === 'auto' ? '' : now;
  document.documentElement.dataset.theme = now;
}

export const isDark = () => {
  const now = theme();
  return now === 'dark' || (now === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
};
