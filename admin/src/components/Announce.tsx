import { VisuallyHidden } from '@strapi/design-system';

/** Spoken by screen readers when it changes, at the next pause. Change it rarely. */
export function Announce({ children }: { readonly children: string }) {
  return (
    <VisuallyHidden>
      <span role="status" aria-live="polite">
        {children}
      </span>
    </VisuallyHidden>
  );
}
