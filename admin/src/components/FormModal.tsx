import { Button, Flex, Modal, type ButtonProps } from '@strapi/design-system';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useSay } from '../words';
import { Notice } from './Notice';

interface FormModalProps {
  readonly title: string;
  /** The button that opens it. */
  readonly children: ReactElement;
  /** A `ModalForm`, made anew each time it opens. */
  readonly form: (onDone: () => void) => ReactNode;
}

export function FormModal({ title, children, form }: FormModalProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>{children}</Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('shared.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        {form(() => setOpen(false))}
      </Modal.Content>
    </Modal.Root>
  );
}

interface ModalFormProps {
  /** Resolves to whether it was saved. */
  readonly save: () => Promise<boolean>;
  readonly onDone: () => void;
  readonly isLoading: boolean;
  /** What was refused, in words. */
  readonly trouble: string | undefined;
  /** What the button does, as a verb; without it, it saves. */
  readonly yes?: string;
  readonly variant?: ButtonProps['variant'];
  /** The fields. */
  readonly children: ReactNode;
}

export function ModalForm({
  save,
  onDone,
  isLoading,
  trouble,
  yes,
  variant,
  children,
}: ModalFormProps) {
  const say = useSay();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save().then((isSaved) => isSaved && onDone());
      }}
    >
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {trouble && (
            <Notice tone="danger" isUrgent>
              {trouble}
            </Notice>
          )}
          {children}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('shared.never-mind')}</Button>
        </Modal.Close>
        <Button type="submit" variant={variant} loading={isLoading}>
          {yes ?? say('settings.save')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
