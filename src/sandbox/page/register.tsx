import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Addons } from '../control/shapes.ts';
import { api } from './data/api.ts';
import { sentence, t } from './data/i18n.ts';
import { lang, takeWorld } from './data/state.ts';
import { applyTheme } from './data/theme.ts';
import { Icon } from './ui/icons.tsx';

/** Where a scanned code leads: somebody sees what an app asks for, and creates it or not. */

const params = new URLSearchParams(location.search);

/** JSON, gzip, base64 for addresses: as the SDK puts it into the link. */
async function readAddons(): Promise<Addons> {
  const packed = params.get('addons');
  if (!packed) return {};
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text()) as Addons;
}

const brand = signal('feishu');
/** What came of it. */
const outcome = signal('');

const Asked = ({ title, items = [] }: { title: string; items: readonly string[] | undefined }) =>
  items.length > 0 ? (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  ) : null;

interface Props {
  addons: Addons;
  decide: (confirm: boolean) => void;
}

function Question({ addons, decide }: Props) {
  const app = params.get('clientID') ?? '';
  return (
    <>
      <Icon name="robot" size={48} />
      <h1>{app ? t('register_update', { app }) : t('register_new')}</h1>
      <p>{t('register_hint')}</p>
      <Asked title={t('register_scopes')} items={addons.scopes?.tenant} />
      <Asked title={t('register_events')} items={addons.events?.items?.tenant} />
      <Asked title={t('register_callbacks')} items={addons.callbacks?.items} />
      <label>
        {t('register_brand')}
        <select id="brand" value={brand.value} onChange={(event) => (brand.value = event.currentTarget.value)}>
          <option value="feishu">{t('register_feishu')}</option>
          <option value="lark">{t('register_lark')}</option>
        </select>
      </label>
      <div class="register-foot">
        <button type="button" class="primary" data-testid="register_confirm" onClick={() => decide(true)}>
          {t('register_confirm')}
        </button>
        <button type="button" class="plain" data-testid="register_decline" onClick={() => decide(false)}>
          {t('register_decline')}
        </button>
      </div>
    </>
  );
}

const Registration = (props: Props) => (
  <main id="register" class="register" data-testid="register">
    {outcome.value ? <h1>{outcome}</h1> : <Question {...props} />}
  </main>
);

applyTheme();
const language = params.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh_cn' : 'en_us');
const world = await api.world();
const person = world.people[0]?.open_id ?? '';
// Nobody is acting here yet: the address or the browser says in which language.
takeWorld({ ...world, people: [], lang_default: language === 'en_us' ? 'en_us' : 'zh_cn' });
document.documentElement.lang = lang.value === 'en_us' ? 'en' : 'zh-CN';
const addons = await readAddons().catch(() => ({}));

async function decide(confirm: boolean): Promise<void> {
  try {
    await api.register({ user_code: params.get('user_code') ?? '', confirm, brand: brand.value, as: person, addons });
    outcome.value = t(confirm ? 'register_done' : 'register_declined');
  } catch (error) {
    outcome.value = sentence(error instanceof Error ? error.message : String(error));
  }
}

render(<Registration addons={addons} decide={decide} />, document.body);
