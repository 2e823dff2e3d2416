import { t } from '../data/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';

interface Props {
  page: number;
  pages: number;
  show: (page: number) => void;
}

/** Turns the pages of a table; nothing where there is one. */
export function Pages({ page, pages, show }: Props) {
  if (pages <= 1) return null;
  const go = (next: number): void => show(Math.min(pages - 1, Math.max(0, next)));
  return (
    <div class="table-pages">
      <IconButton icon="back" size={14} label={t('previous')} onClick={() => go(page - 1)} />
      <span>{t('page_of', { page: page + 1, pages })}</span>
      <IconButton icon="right" size={14} label={t('next')} onClick={() => go(page + 1)} />
    </div>
  );
}
