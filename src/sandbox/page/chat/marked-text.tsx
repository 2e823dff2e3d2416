import { Link } from '../ui/link.tsx';
import { type Mentioned, partsOf } from './message-text.ts';

/** A person's text, its mentions and links drawn as such. */
export const MarkedText = ({ text, mentions }: { text: string; mentions?: readonly Mentioned[] | undefined }) => (
  <>
    {partsOf(text, mentions).map((part, index) => {
      if (typeof part === 'string') return part;
      const key = `${index} ${part.label}`;
      if (part.kind === 'link')
        return (
          <Link key={key} url={part.url}>
            {part.label}
          </Link>
        );
      return (
        <span key={key} class={part.me ? 'at at-me' : 'at'}>
          {part.label}
        </span>
      );
    })}
  </>
);
