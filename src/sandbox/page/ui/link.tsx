import type { ComponentChildren } from 'preact';
import { destinationOf } from '../data/links.ts';
import { openMeetingLink } from '../meeting/visit.ts';

/** Follows a link as the client does: meetings open beside the chat, everything else in a new tab. */
export function openLink(text: string): void {
  const to = destinationOf(text);
  if (!to) return;
  if (to.meeting) openMeetingLink(to.meeting);
  else window.open(to.href, '_blank', 'noopener,noreferrer');
}

interface Props {
  url: string;
  class?: string | undefined;
  title?: string | undefined;
  children: ComponentChildren;
}

/** An anchor that behaves as `openLink`, whatever its text; dead where the link may not be followed. */
export function Link({ url, children, ...rest }: Props) {
  const to = destinationOf(url);
  if (!to) return <a {...rest}>{children}</a>;
  const follow = (event: MouseEvent): void => {
    event.stopPropagation();
    if (!to.meeting) return;
    event.preventDefault();
    openMeetingLink(to.meeting);
  };
  return (
    <a {...rest} href={to.href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
