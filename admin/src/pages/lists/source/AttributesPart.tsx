import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useRef } from 'react';
import { useSay, type Word } from '../../../words';
import { attributeFields, freeName, nameFault } from './attributes';
import { Choice } from './Choice';
import type { AttributeDraft, FieldShown, StepProps } from './draft';
import { KIND_WORDS } from './kind-words';
import { BesideFields, InRow, Part } from './Part';

/** Ten of each of four kinds; what does not fit beside other sources the server says in words. */
const MOST = 40;

/** What segments may ask of these people. */
export function AttributesPart({ draft, fields, change }: StepProps) {
  const say = useSay();
  const adding = useRef<HTMLButtonElement>(null);
  const usable = attributeFields(fields, draft);
  const { attributes } = draft;
  const put = (next: readonly AttributeDraft[]) => change({ ...draft, attributes: next });
  const unused = usable.find(({ name }) => attributes.every(({ field }) => field !== name));
  const add = () => {
    const { name = '' } = unused ?? usable[0] ?? {};
    put([...attributes, { field: name, name: freeName(name, attributes) }]);
  };
  const remove = (at: number) => {
    put(attributes.toSpliced(at, 1));
    // The button that was pressed is gone; whoever works by keyboard goes on here.
    adding.current?.focus();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h3" variant="delta">
          {say('source.attributes')}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {say('source.attributes-hint')}
        </Typography>
      </Flex>
      {attributes.map((attribute, at) => (
        <AttributeRow
          key={at}
          place={at + 1}
          attribute={attribute}
          fields={usable}
          others={attributes.toSpliced(at, 1)}
          fault={nameFault(at, attributes)}
          change={(next) => put(attributes.toSpliced(at, 1, next))}
          remove={() => remove(at)}
        />
      ))}
      {attributes.length < MOST && usable.length > 0 && (
        <div>
          <Button ref={adding} variant="secondary" startIcon={<Plus />} onClick={add}>
            {say('source.add-attribute')}
          </Button>
        </div>
      )}
    </Flex>
  );
}

interface RowProps {
  readonly place: number;
  readonly attribute: AttributeDraft;
  readonly fields: readonly FieldShown[];
  readonly others: readonly AttributeDraft[];
  readonly fault: Word | null;
  readonly change: (attribute: AttributeDraft) => void;
  readonly remove: () => void;
}

function AttributeRow({ place, attribute, fields, others, fault, change, remove }: RowProps) {
  const say = useSay();
  const kind = fields.find(({ name }) => name === attribute.field)?.kind;
  const { field } = attribute;
  const isOwnName = attribute.name === freeName(field, others);
  const choose = (next: string) =>
    change({ field: next, name: isOwnName ? freeName(next, others) : attribute.name });
  return (
    <Part legend={say('source.attribute', { place })}>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <InRow>
          <Choice
            label={say('source.field')}
            hint={kind && say('source.kind-is', { kind: say(KIND_WORDS[kind]) })}
            value={field}
            isRequired
            options={fields.map(({ name }) => [name, name])}
            onChange={choose}
          />
        </InRow>
        <InRow>
          <Field.Root error={fault ? say(fault) : false} required>
            <Field.Label>{say('source.attribute-name')}</Field.Label>
            <TextInput
              value={attribute.name}
              maxLength={32}
              spellCheck={false}
              autoCapitalize="none"
              onChange={({ target }: { target: { value: string } }) =>
                change({ field, name: target.value })
              }
            />
            <Field.Error />
          </Field.Root>
        </InRow>
        <BesideFields>
          <Button variant="tertiary" startIcon={<Trash />} onClick={remove}>
            {say('source.remove-attribute', { place })}
          </Button>
        </BesideFields>
      </Flex>
    </Part>
  );
}
