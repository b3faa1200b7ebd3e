import { Field, TextInput } from '@strapi/design-system';
import { useState, type ReactElement } from 'react';
import type { SenderShown } from '../../../../server/src/contracts/settings';
import { useSetSendersMutation } from '../../api/settings';
import { FormModal, ModalForm } from '../../components/FormModal';
import { useSay, type Word } from '../../words';
import { fieldsAt } from './field-errors';
import { newSenderId } from './sender-id';
import { useSave } from './useSave';

interface SenderFormProps {
  /** None: a new one. */
  readonly sender?: SenderShown;
  readonly senders: readonly SenderShown[];
}

interface SenderModalProps extends SenderFormProps {
  readonly title: string;
  /** The button that opens it. */
  readonly children: ReactElement;
}

export function SenderModal({ title, children, ...form }: SenderModalProps) {
  return (
    <FormModal title={title} form={(onDone) => <SenderForm {...form} onDone={onDone} />}>
      {children}
    </FormModal>
  );
}

type Draft = Readonly<Record<FieldName, string>>;

function SenderForm({
  sender,
  senders,
  onDone,
}: SenderFormProps & { readonly onDone: () => void }) {
  const [draft, setDraft] = useState(draftOf(sender));
  const { save, wrong, text, isLoading } = useSaveSender({ sender, senders }, draft);
  return (
    <ModalForm save={save} onDone={onDone} isLoading={isLoading} trouble={text}>
      {FIELDS.map((field) => (
        <SenderField
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

/** Saves all senders with this one in its place, and reads which of its fields were refused. */
function useSaveSender({ sender, senders }: SenderFormProps, draft: Draft) {
  const say = useSay();
  const [send, { isLoading }] = useSetSendersMutation();
  const place = sender ? senders.findIndex(({ id }) => id === sender.id) : senders.length;
  const all = senders.toSpliced(place, 1, fromDraft(draft, { sender, senders }));
  const { save, refusal } = useSave(
    () => send({ senders: all }).unwrap(),
    () => say('settings.sender-saved', { name: draft.name.trim() }),
  );
  const wrong = refusal
    ? fieldsAt(refusal, new RegExp(`^senders\\.${place}\\.(.+)$`))
    : new Set<string>();
  const text = refusal && (wrong.size > 0 ? say('settings.check-fields') : refusal.text);
  return { save, wrong, text, isLoading };
}

const draftOf = (sender?: SenderShown): Draft => ({
  name: sender?.name ?? '',
  address: sender?.address ?? '',
  replyTo: sender?.replyTo ?? '',
  returnPathDomain: sender?.returnPathDomain ?? '',
});

function fromDraft(draft: Draft, { sender, senders }: SenderFormProps): SenderShown {
  const address = draft.address.trim();
  const taken = senders.map(({ id }) => id);
  return {
    id: sender?.id ?? newSenderId(address, taken),
    name: draft.name.trim(),
    address,
    replyTo: draft.replyTo.trim() || null,
    returnPathDomain: draft.returnPathDomain.trim(),
  };
}

type FieldName = 'name' | 'address' | 'replyTo' | 'returnPathDomain';

interface FieldWords {
  readonly name: FieldName;
  readonly label: Word;
  readonly error: Word;
  readonly hint?: Word;
  readonly isRequired: boolean;
}

const FIELDS: readonly FieldWords[] = [
  {
    name: 'name',
    label: 'settings.sender-name',
    hint: 'settings.sender-name-hint',
    error: 'settings.sender-name-wrong',
    isRequired: true,
  },
  {
    name: 'address',
    label: 'settings.sender-address',
    error: 'settings.sender-address-wrong',
    isRequired: true,
  },
  {
    name: 'replyTo',
    label: 'settings.sender-reply-to',
    hint: 'settings.sender-reply-to-hint',
    error: 'settings.sender-reply-to-wrong',
    isRequired: false,
  },
  {
    name: 'returnPathDomain',
    label: 'settings.sender-domain',
    hint: 'settings.sender-domain-hint',
    error: 'settings.sender-domain-wrong',
    isRequired: false,
  },
];

interface SenderFieldProps {
  readonly field: FieldWords;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function SenderField({ field, value, isWrong, onChange }: SenderFieldProps) {
  const say = useSay();
  const { name, label, hint, error, isRequired } = field;
  return (
    <Field.Root
      name={name}
      required={isRequired}
      error={isWrong ? say(error) : undefined}
      hint={hint && !isWrong ? say(hint) : undefined}
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
