/** Where in the developer console something is mended. */

/** The two brands of one platform. Their apps are strangers to each other. */
const TWINS: Record<string, string> = {
  'https://open.feishu.cn': 'https://open.larksuite.com',
  'https://open.larksuite.com': 'https://open.feishu.cn',
};

/** The platform of the other brand; null where there is none. */
export const twinOf = (domain: string): string | null => TWINS[new URL(domain).origin] ?? null;

/** Lark has a console of its own; a sandbox has none. */
export function consoleOf(domain: string): string {
  const { origin, hostname } = new URL(domain);
  return /(^|\.)(feishu\.cn|larksuite\.com)$/.test(hostname) ? `${origin}/app` : 'https://open.feishu.cn/app';
}

type Page = 'auth' | 'event' | 'safe' | 'version';

export const pageOf = (config: { appId: string; domain: string }, page: Page): string =>
  `${consoleOf(config.domain)}/${config.appId}/${page}`;

export const scopePage = (config: { appId: string; domain: string }, scope: string): string =>
  `${pageOf(config, 'auth')}?q=${scope}&op_from=openapi&token_type=tenant`;
