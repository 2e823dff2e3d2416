import type { ComponentChildren } from 'preact';
import { t } from '../data/i18n.ts';
import { IconButton } from './icon-button.tsx';

interface HeadProps {
  title: string;
  /** Before the title. */
  lead?: ComponentChildren;
  onClose: () => void;
}

/** The bar above a side panel. */
export const PanelHead = ({ title, lead, onClose }: HeadProps) => (
  <header class="panel-head-bar">
    {lead}
    <h2>{title}</h2>
    <span class="grow" />
    <IconButton icon="close" size={18} label={t('close')} onClick={onClose} />
  </header>
);
