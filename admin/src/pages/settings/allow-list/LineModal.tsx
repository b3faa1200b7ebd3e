import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useState, type ReactElement } from 'react';
import type { AllowListShown, AllowScope } from '../../../../../server/src/contracts/allow-list';
import type { WishedLine } from '../../../api/allow-list';
import { Notice } from '../../../components/Notice';
import { useSay, type Word } from '../../../words';
import { useSaveLine } from './useSaveList';

interface LineFormProps {
  /** None: a new one. */
  readonly line?: WishedLine;
  readonly scope: AllowScope;
  readonly list: AllowListShown;
}

interface LineModalProps extends LineFormProps {
  readonly title: string;
  /** The button that opens it. */
  readonly children: ReactElement;
}

export function LineModal({ title, children, ...form }: LineModalProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>{children}</Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('shared.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <LineForm {...form} onDone={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
}

function LineForm({ line, scope, list, onDone }: LineFormProps & { readonly onDone: () => void }) {
  const say = useSay();
  const [draft, setDraft] = useState({ address: line?.address ?? '', label: line?.label ?? '' });
  const wish = { address: draft.address.trim(), label: draft.label.trim(), scope };
  const { save, wrong, text, isLoading } = useSaveLine(list, { was: line, line: wish });
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
          {text && (
            <Notice tone="danger" isUrgent>
              {text}
            </Notice>
          )}
          {FIELDS.map((field) => (
            <LineField
              key={field.name}
              field={field}
              value={draft[field.name]}
              isWrong={wrong.has(field.name)}
              onChange={(value) => setDraft({ ...draft, [field.name]: value })}
            />
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('shared.never-mind')}</Button>
        </Modal.Close>
        <Button type="submit" loading={isLoading}>
          {say('settings.save')}
        </Button>
      </Modal.Footer>
    </form>
  );
}

interface FieldWords {
  readonly name: 'address' | 'label';
  readonly label: Word;
  readonly hint: Word;
  readonly error: Word;
}

const FIELDS: readonly FieldWords[] = [
  {
    name: 'address',
    label: 'allow.address',
    hint: 'allow.address-hint',
    error: 'allow.address-wrong',
  },
  { name: 'label', label: 'allow.label', hint: 'allow.label-hint', error: 'allow.label-wrong' },
];

interface LineFieldProps {
  readonly field: FieldWords;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function LineField({ field, value, isWrong, onChange }: LineFieldProps) {
  const say = useSay();
  const { name, label, hint, error } = field;
  return (
    <Field.Root
      required
      name={name}
      error={isWrong ? say(error) : undefined}
      hint={isWrong ? undefined : say(hint)}
    >
      <Field.Label>{say(label)}</Field.Label>
      <TextInput
        value={value}
        autoComplete="off"
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
