import { Field, TextInput } from '@strapi/design-system';
import { useState, type ReactElement } from 'react';
import type { AllowListShown, AllowScope } from '../../../../../server/src/contracts/allow-list';
import type { WishedLine } from '../../../api/allow-list';
import { FormModal, ModalForm } from '../../../components/FormModal';
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
  return (
    <FormModal title={title} form={(onDone) => <LineForm {...form} onDone={onDone} />}>
      {children}
    </FormModal>
  );
}

function LineForm({ line, scope, list, onDone }: LineFormProps & { readonly onDone: () => void }) {
  const [draft, setDraft] = useState({ address: line?.address ?? '', label: line?.label ?? '' });
  const wish = { address: draft.address.trim(), label: draft.label.trim(), scope };
  const { save, wrong, text, isLoading } = useSaveLine(list, { was: line, line: wish });
  return (
    <ModalForm save={save} onDone={onDone} isLoading={isLoading} trouble={text}>
      {FIELDS.map((field) => (
        <LineField
          key={field.name}
          field={field}
          value={draft[field.name]}
          isWrong={wrong.has(field.name)}
          onChange={(value) => setDraft({ ...draft, [field.name]: value })}
        />
      ))}
    </ModalForm>
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
