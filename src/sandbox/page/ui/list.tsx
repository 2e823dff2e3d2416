import type { ComponentChildren } from 'preact';

/** A list without bullets. */
export const List = ({ class: name, children }: { class?: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noRedundantRoles: Safari tells nobody of a list that has lost its bullets
  <ul class={name} role="list">
    {children}
  </ul>
);
