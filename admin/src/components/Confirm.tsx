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
  /** What stays as it is; Strapi's "Cancel" where nothing else is said. */
  readonly no?: string | undefined;
  readonly variant?: ButtonProps['variant'];
  readonly icon?: ReactElement;
  readonly onYes: () => unknown;
}

/** Asks once, in words, before something that others will notice. */
export function Confirm({ children, title, text, yes, no, variant, icon, onYes }: ConfirmProps) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>{children}</Dialog.Trigger>
      <ConfirmDialog
        title={title}
        icon={icon}
        startAction={no !== undefined && <Keep>{no}</Keep>}
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

const Keep = ({ children }: { readonly children: string }) => (
  <Dialog.Cancel>
    <Button fullWidth variant="tertiary">
      {children}
    </Button>
  </Dialog.Cancel>
);
