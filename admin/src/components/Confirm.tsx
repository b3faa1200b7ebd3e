import { Button, Dialog, type ButtonProps } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { ReactElement, ReactNode } from 'react';

interface ConfirmProps {
  /** The button that asks. */
  readonly children: ReactElement;
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly text: ReactNode;
  /** What the answer does, as a verb: never just "OK". */
  readonly yes: string;
  readonly variant?: ButtonProps['variant'];
  readonly icon?: ReactElement;
  readonly onYes: () => unknown;
}

/** Asks once, in words, before something that others will notice. */
export function Confirm({ children, title, text, yes, variant, icon, onYes }: ConfirmProps) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>{children}</Dialog.Trigger>
      <ConfirmDialog
        title={title}
        icon={icon}
        endAction={
          <Dialog.Action>
            <Button fullWidth variant={variant ?? 'danger-light'} onClick={() => onYes()}>
              {yes}
            </Button>
          </Dialog.Action>
        }
      >
        {text}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
