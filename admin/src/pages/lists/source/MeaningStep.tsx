import { Field, Flex, MultiSelect, MultiSelectOption, TextInput } from '@strapi/design-system';
import { Card } from '../../../components/Card';
import { useSay } from '../../../words';
import { AttributesPart } from './AttributesPart';
import { withoutPersonal } from './attributes';
import { Choice } from './Choice';
import { consentFields, emailFields, textFields, type FieldShown, type StepProps } from './draft';

/** Which field is what. */
export function MeaningStep({ draft, fields, change }: StepProps) {
  const say = useSay();
  const none = [['', say('source.no-field')]] as const;
  const named = (some: readonly FieldShown[]) => some.map(({ name }) => [name, name] as const);
  return (
    <Card title={say('source.meaning')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Choice
          label={say('source.email')}
          value={draft.email}
          options={named(emailFields(fields))}
          isRequired
          onChange={(email) => change(withoutPersonal({ ...draft, email }))}
        />
        <Choice
          label={say('source.consent')}
          hint={say('source.consent-hint')}
          value={draft.consent}
          options={named(consentFields(fields))}
          isRequired
          onChange={(consent) => change({ ...draft, consent, words: [] })}
        />
        <ConsentWords draft={draft} fields={fields} change={change} />
        <Wording draft={draft} change={change} />
        <Choice
          label={say('source.name')}
          value={draft.name}
          options={[...none, ...named(textFields(fields))]}
          onChange={(name) => change(withoutPersonal({ ...draft, name }))}
        />
        <Choice
          label={say('source.locale')}
          value={draft.locale}
          options={[...none, ...named(textFields(fields))]}
          onChange={(locale) => change({ ...draft, locale })}
        />
        <AttributesPart draft={draft} fields={fields} change={change} />
      </Flex>
    </Card>
  );
}

function Wording({ draft, change }: Omit<StepProps, 'fields'>) {
  const say = useSay();
  return (
    <Field.Root hint={say('source.wording-hint')} width="100%" maxWidth="32rem">
      <Field.Label>{say('source.wording')}</Field.Label>
      <TextInput
        value={draft.wording}
        maxLength={64}
        onChange={({ target }: { target: { value: string } }) =>
          change({ ...draft, wording: target.value })
        }
      />
      <Field.Hint />
    </Field.Root>
  );
}

function ConsentWords({ draft, fields, change }: StepProps) {
  const say = useSay();
  const field = fields.find(({ name }) => name === draft.consent);
  if (field?.kind !== 'words') return null;
  return (
    <Field.Root required width="100%" maxWidth="32rem">
      <Field.Label>{say('source.consent-words')}</Field.Label>
      <MultiSelect
        value={[...draft.words]}
        onChange={(words: string[]) => change({ ...draft, words })}
      >
        {field.words.map((word) => (
          <MultiSelectOption key={word} value={word}>
            {word}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}
