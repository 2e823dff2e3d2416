import type { Outgoing } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { EMOJI, SAMPLE_FILE, SAMPLE_IMAGE, STICKERS } from '../data/stickers.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { PopoverPanel, usePopover } from '../ui/popover.tsx';

type Post = (message: Pick<Outgoing, 'msg_type' | 'content'>) => Promise<boolean>;

interface CellProps {
  glyph: string;
  label?: string;
  testid?: string;
  run: () => void;
}

const Cell = ({ glyph, label = glyph, testid, run }: CellProps) => (
  <button type="button" class="emoji" aria-label={label} data-testid={testid} data-item="" onClick={run}>
    {glyph}
  </button>
);

/** Emoji for the text, stickers to send at once. */
export function EmojiButton({ insert, post }: { insert: (text: string) => void; post: Post }) {
  const panel = usePopover();
  const then = (run: () => void) => () => {
    panel.close();
    run();
  };
  return (
    <>
      <IconButton
        of={panel.anchor}
        icon="smile"
        size={18}
        label={t('emoji')}
        aria-haspopup="dialog"
        aria-expanded={panel.isOpen}
        data-testid="emoji-button"
        onClick={panel.toggle}
      />
      {panel.isOpen && (
        <PopoverPanel of={panel} class="emoji-panel" role="dialog" aria-label={t('emoji')}>
          <div class="emoji-title">{t('emoji')}</div>
          <div class="emoji-grid">
            {EMOJI.map((glyph) => (
              <Cell key={glyph} glyph={glyph} run={then(() => insert(glyph))} />
            ))}
          </div>
          <div class="emoji-title">{t('send_sticker')}</div>
          <div class="emoji-grid stickers">
            {STICKERS.map(({ key, glyph }) => (
              <Cell
                key={key}
                glyph={glyph}
                label={`${t('send_sticker')} ${glyph}`}
                testid="sticker"
                run={then(() => post({ msg_type: 'sticker', content: { file_key: key } }))}
              />
            ))}
          </div>
        </PopoverPanel>
      )}
    </>
  );
}

/** A sample image or a sample file. */
export function AttachButton({ post }: { post: Post }) {
  const entries = [
    {
      label: t('send_image'),
      icon: <Icon name="image" size={16} />,
      run: () => post({ msg_type: 'image', content: SAMPLE_IMAGE }),
    },
    {
      label: t('send_file', { name: SAMPLE_FILE.file_name }),
      icon: <Icon name="file" size={16} />,
      run: () => post({ msg_type: 'file', content: SAMPLE_FILE }),
    },
  ];
  return <MenuButton icon="clip" size={18} label={t('attach')} entries={entries} testid="attach-button" />;
}
