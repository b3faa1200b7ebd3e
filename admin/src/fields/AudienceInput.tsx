import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { List } from '../../../server/src/contracts/people';
import { useGetListsQuery } from '../api/lists';
import { Fact, Facts } from '../components/Facts';
import { Loaded } from '../components/Loaded';
import { Notice } from '../components/Notice';
import { Skeleton } from '../components/Skeleton';
import { useFormat } from '../components/format';
import { useMay } from '../permissions';
import { useSay, type Word } from '../words';
import { readAudience, writeAudience, type AudienceValue } from './audience';
import { FieldGroup } from './FieldGroup';
import type { InputProps } from './input';
import { SegmentChoice } from './SegmentChoice';

/** Which lists get it, which do not, and who of their readers alone. */
export default function AudienceInput(props: InputProps) {
  const say = useSay();
  const may = useMay();
  const lists = useGetListsQuery(undefined, { skip: !may('list.read') });
  return (
    <FieldGroup
      {...props}
      called="audience"
      hint={props.hint || say('field.audience-hint')}
      gap={3}
    >
      {may('list.read') ? (
        <Loaded of={lists} skeleton={<Skeleton rows={2} height="4rem" />}>
          {({ results }) =>
            results.length === 0 ? (
              <Notice tone="info">{say('field.no-lists')}</Notice>
            ) : (
              <Choices {...props} lists={results} />
            )
          }
        </Loaded>
      ) : (
        <ById value={props.value} />
      )}
    </FieldGroup>
  );
}

/** For those who may not see the lists: what is chosen, by id. */
function ById({ value }: { readonly value: unknown }) {
  const say = useSay();
  const { list } = useFormat();
  const { include, exclude, segments } = readAudience(value);
  const named = (ids: readonly string[]) =>
    ids.length > 0 ? list(ids) : say('field.audience-none');
  return (
    <Facts>
      <Fact label={say('field.audience-include')}>{named(include)}</Fact>
      <Fact label={say('field.audience-exclude')}>{named(exclude)}</Fact>
      {segments.length > 0 && <Fact label={say('field.audience-segments')}>{list(segments)}</Fact>}
    </Facts>
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
      <SegmentChoice
        chosen={audience.segments}
        onChoose={(segments) => write({ segments })}
        disabled={disabled}
        hasError={shared.hasError}
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
  const { list, number } = useFormat();
  const nameOf = (id: string) => lists.find((one) => one.id === id)?.name ?? id;
  const gone = chosen.filter((id) => !lists.some((list) => list.id === id));
  return (
    <Field.Root>
      <Field.Label>{say(word)}</Field.Label>
      <MultiSelect
        {...select}
        customizeContent={(ids = []) => list(ids.map(nameOf))}
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
