import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadAllMessages } from '../data/load.ts';
import { run, Section } from './control.tsx';

async function save(): Promise<void> {
  const address = URL.createObjectURL(new Blob([JSON.stringify(await api.scene())], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'scene.json' });
  link.click();
  URL.revokeObjectURL(address);
}

async function open(file: File | undefined): Promise<void> {
  if (!file) return;
  await run(async () => api.openScene(JSON.parse(await file.text()) as object), t('scene_opened'));
  await loadAllMessages();
}

/** The world as a file, to hand on. */
export const SceneFile = () => (
  <Section title={t('scene')} hint={t('scene_hint')}>
    <div class="row wrap">
      <button type="button" class="button small" data-testid="scene-save" onClick={() => run(save)}>
        {t('scene_save')}
      </button>
      <label class="button small file-button">
        {t('scene_open')}
        <input
          type="file"
          class="unseen"
          accept="application/json"
          data-testid="scene-open"
          onChange={(event) => open(event.currentTarget.files?.[0])}
        />
      </label>
    </div>
  </Section>
);
