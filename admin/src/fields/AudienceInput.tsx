import { Field, Flex, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { List } from '../../../server/src/contracts/people';
import { useGetListsQuery } from '../api/lists';
import { Loaded } from '../components/Loaded';
import { Notice } from '../components/Notice';
import { Skeleton } from '../components/Skeleton';
import { useFormat } from '../components/format';
import { useSay, type Word } from '../words';
import { readAudience, writeAudience, type AudienceValue } from './audience';
import type { InputProps } from './input';

/** Which lists get it, and which do not. */
export default function AudienceInput(props: InputProps) {
  const say = useSay();
  const id = useId();
  const lists = useGetListsQuery();
  return (
    <Field.Root
      data-countersign="audience"
      name={props.name}
      error={props.error}
      hint={props.hint}
      width="100%"
    >
      <Flex
        role="group"
        aria-labelledby={id}
        direction="column"
        alignItems="stretch"
        gap={3}
        width="100%"
      >
        <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
          {props.label}
        </Typography>
        <Loaded of={lists} skeleton={<Skeleton rows={2} height="4rem" />}>
          {({ results }) =>
            results.length === 0 ? (
              <Notice tone="info">{say('field.no-lists')}</Notice>
            ) : (
              <Choices {...props} lists={results} />
            )
          }
        </Loaded>
        <Field.Hint />
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}

function Choices({
  name,
  value,
  disabled,
  error,
  onChange,
  lists,
}: InputProps & { readonly lists: readonly List[] }) {
  const audience = readAudience(value);
  const write = (change: Partial<AudienceValue>) =>
    onChange(name, writeAudience({ ...audience, ...change }));
  const shared = { lists, disabled, hasError: Boolean(error) };
  return (
    <>
      <ListChoice
        {...shared}
        word="field.audience-include"
        chosen={audience.include}
        without={[]}
        onChoose={(include) => write({ include })}
      />
      <ListChoice
        {...shared}
        word="field.audience-exclude"
        chosen={audience.exclude}
        without={audience.include}
        onChoose={(exclude) => write({ exclude })}
      />
    </>
  );
}

interface ListChoiceProps {
  readonly word: Word;
  readonly lists: readonly List[];
  readonly chosen: readonly string[];
  readonly without: readonly string[];
  readonly disabled?: boolean;
  readonly hasError: boolean;
  readonly onChoose: (ids: string[]) => void;
}

function ListChoice({ word, lists, chosen, without, onChoose, ...select }: ListChoiceProps) {
  const say = useSay();
  const { number } = useFormat();
  const gone = chosen.filter((id) => !lists.some((list) => list.id === id));
  return (
    <Field.Root>
      <Field.Label>{say(word)}</Field.Label>
      <MultiSelect
        {...select}
        withTags
        placeholder={say('field.audience-none')}
        value={[...chosen]}
        onChange={onChoose}
        onClear={() => onChoose([])}
        clearLabel={say('field.clear')}
      >
        {lists
          .filter(({ id }) => !without.includes(id))
          .map(({ id, name, readers }) => (
            <MultiSelectOption key={id} value={id} textValue={name}>
              {say('field.list-option', { name, readers: number(readers), count: readers })}
            </MultiSelectOption>
          ))}
        {gone.map((id) => (
          <MultiSelectOption key={id} value={id}>
            {say('field.list-gone', { id })}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}
