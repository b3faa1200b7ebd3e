import { Field, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useGetSegmentsQuery } from '../api/segments';
import { useFormat } from '../components/format';
import type { NamedSegment } from '../segments/rule';
import { SegmentsInWords } from '../segments/SegmentsInWords';
import { useInWords } from '../segments/useInWords';
import { useSay } from '../words';

interface SegmentChoiceProps {
  readonly chosen: readonly string[];
  readonly disabled?: boolean;
  readonly hasError: boolean;
  readonly onChoose: (ids: string[]) => void;
}

/** Which of the lists' readers: everybody, or those in one of these. Absent where there are no segments. */
export function SegmentChoice({ chosen, onChoose, ...select }: SegmentChoiceProps) {
  const say = useSay();
  const { list } = useFormat();
  const { data } = useGetSegmentsQuery();
  const segments = data?.results ?? [];
  if (segments.length === 0 && chosen.length === 0) return null;
  const nameOf = (id: string) => segments.find((one) => one.id === id)?.name ?? id;
  const gone = data ? chosen.filter((id) => !segments.some((one) => one.id === id)) : [];
  const named = segments.filter(({ id }) => chosen.includes(id));
  return (
    <Field.Root hint={say('field.audience-segments-hint')}>
      <Field.Label>{say('field.audience-segments')}</Field.Label>
      <MultiSelect
        {...select}
        customizeContent={(ids = []) => list(ids.map(nameOf))}
        placeholder={say('field.audience-segments-none')}
        value={[...chosen]}
        onChange={onChoose}
        onClear={() => onChoose([])}
        clearLabel={say('field.clear')}
      >
        {segments.map(({ id, name }) => (
          <MultiSelectOption key={id} value={id} textValue={name}>
            {name}
          </MultiSelectOption>
        ))}
        {gone.map((id) => (
          <MultiSelectOption key={id} value={id}>
            {say('field.segment-gone', { id })}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Words of={named} />
    </Field.Root>
  );
}

/** Who that is; the name of a single one stands right above. */
function Words({ of: [only, ...others] }: { readonly of: readonly NamedSegment[] }) {
  const inWords = useInWords();
  if (!only) return <Field.Hint />;
  if (others.length > 0) return <SegmentsInWords segments={[only, ...others]} />;
  return (
    <Typography variant="pi" textColor="neutral600">
      {inWords(only.rule)}
    </Typography>
  );
}
