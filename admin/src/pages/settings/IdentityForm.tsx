import { Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';
import type { IdentityShown } from '../../../../server/src/contracts/settings';
import { useSetIdentityMutation } from '../../api/settings';
import { ActButton } from '../../components/ActButton';
import { Notice } from '../../components/Notice';
import { useFormat } from '../../components/format';
import { useAllowance } from '../../components/useAllowance';
import { useSay, type Word } from '../../words';
import { fieldsAt } from './field-errors';
import { useSave } from './useSave';

interface IdentityFormProps {
  readonly saved: IdentityShown | null;
  readonly languages: readonly string[];
}

const NOTHING: IdentityShown = { name: '', postalAddress: '', contact: '', reason: {} };

/** What must stand under each message. The server says what cannot stand; it is marked at its field. */
export function IdentityForm({ saved, languages }: IdentityFormProps) {
  const say = useSay();
  const allowance = useAllowance('settings.write', 'settings.may-not');
  const [identity, setIdentity] = useState(saved ?? NOTHING);
  const [send, { isLoading }] = useSetIdentityMutation();
  const { save, refusal } = useSave(
    () => send({ ...identity, reason: filledIn(identity.reason, languages) }).unwrap(),
    () => say('settings.identity-saved'),
  );
  const wrong = refusal ? fieldsAt(refusal, /^(?:identity\.)?(.+)$/) : new Set<string>();
  const parts = { identity, setIdentity, wrong, isReadOnly: !allowance.allowed };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={5} maxWidth="72rem">
        <Typography textColor="neutral600">{say('settings.identity-lead')}</Typography>
        {refusal && (
          <Notice tone="danger" isUrgent>
            {wrong.size > 0 ? say('settings.check-fields') : refusal.text}
          </Notice>
        )}
        {TEXTS.map((text) => (
          <TextField key={text.name} {...text} {...parts} />
        ))}
        {languages.map((language, at) => (
          <ReasonField
            key={language}
            language={language}
            isFallback={at === 0 && languages.length > 1}
            {...parts}
          />
        ))}
        <Flex>
          {allowance.allowed ? (
            <Button type="submit" startIcon={<Check />} loading={isLoading}>
              {say('settings.save')}
            </Button>
          ) : (
            <ActButton allowance={allowance} onClick={() => undefined}>
              {say('settings.save')}
            </ActButton>
          )}
        </Flex>
      </Flex>
    </form>
  );
}

/** A language left empty is not sent: its readers get the fallback. */
const filledIn = (reason: IdentityShown['reason'], languages: readonly string[]) =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = reason[language]?.trim();
      return text ? [[language, text]] : [];
    }),
  );

interface PartProps {
  readonly identity: IdentityShown;
  readonly setIdentity: (identity: IdentityShown) => void;
  readonly wrong: ReadonlySet<string>;
  readonly isReadOnly: boolean;
}

interface Text {
  readonly name: 'name' | 'postalAddress' | 'contact';
  readonly label: Word;
  readonly error: Word;
  readonly hint?: Word;
}

const TEXTS: readonly Text[] = [
  { name: 'name', label: 'settings.identity-name', error: 'settings.identity-name-wrong' },
  {
    name: 'postalAddress',
    label: 'settings.identity-postal',
    error: 'settings.identity-postal-wrong',
  },
  {
    name: 'contact',
    label: 'settings.identity-contact',
    error: 'settings.identity-contact-wrong',
    hint: 'settings.identity-contact-hint',
  },
];

function TextField({ name, label, error, hint, ...parts }: Text & PartProps) {
  const say = useSay();
  const { identity, setIdentity, wrong, isReadOnly } = parts;
  const Input = name === 'postalAddress' ? Textarea : TextInput;
  const isWrong = wrong.has(name);
  return (
    <Field.Root
      required
      name={name}
      error={isWrong ? say(error) : undefined}
      hint={hint && !isWrong ? say(hint) : undefined}
    >
      <Field.Label>{say(label)}</Field.Label>
      <Input
        value={identity[name]}
        disabled={isReadOnly}
        onChange={({ target }: { target: { value: string } }) =>
          setIdentity({ ...identity, [name]: target.value })
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

interface ReasonFieldProps extends PartProps {
  readonly language: string;
  readonly isFallback: boolean;
}

function ReasonField({ language, isFallback, ...parts }: ReasonFieldProps) {
  const say = useSay();
  const format = useFormat();
  const { identity, setIdentity, wrong, isReadOnly } = parts;
  const isWrong = wrong.has(`reason.${language}`) || (wrong.has('reason') && isFallback);
  const hint = [
    say('settings.identity-reason-hint'),
    isFallback && say('settings.identity-reason-fallback'),
  ];
  return (
    <Field.Root
      name={`reason.${language}`}
      error={isWrong ? say('settings.identity-reason-wrong') : undefined}
      hint={isWrong ? undefined : hint.filter(Boolean).join(' ')}
    >
      <Field.Label>
        {say('settings.identity-reason', { language: format.language(language) })}
      </Field.Label>
      <TextInput
        lang={language}
        value={identity.reason[language] ?? ''}
        disabled={isReadOnly}
        onChange={({ target }: { target: { value: string } }) =>
          setIdentity({
            ...identity,
            reason: { ...identity.reason, [language]: target.value },
          })
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
