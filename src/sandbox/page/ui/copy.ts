import { t } from '../data/i18n.ts';
import { toast } from './toast.tsx';

/** Copies text and says so. */
export async function copy(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    // Where the page is not served securely there is only the old way.
    const area = document.createElement('textarea');
    area.value = content;
    area.className = 'offscreen';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast('success', t('copied'));
}
