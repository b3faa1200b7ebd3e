import {
  Button,
  DatePicker,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useGetAuditActsQuery } from '../../api/audit';
import { dayOf, parseDay } from '../../components/day';
import { useSay } from '../../words';
import { useFilter } from './useFilter';

/** Act and days are chosen here; a person or a subject in the table. */
export function AuditFilters() {
  const say = useSay();
  const { isFiltered, clear } = useFilter();
  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap">
      <ActFilter />
      <DayFilter filter="since" label={say('audit.since')} />
      <DayFilter filter="until" label={say('audit.until')} />
      {isFiltered && (
        <Button variant="tertiary" onClick={clear}>
          {say('audit.show-all')}
        </Button>
      )}
    </Flex>
  );
}

const ALL = 'all';

function ActFilter() {
  const say = useSay();
  const { params, change } = useFilter();
  const { data } = useGetAuditActsQuery();
  return (
    <Field.Root name="act" minWidth="24rem">
      <Field.Label>{say('audit.act')}</Field.Label>
      <SingleSelect
        value={params.get('act') ?? ALL}
        onChange={(act) => change('act', act === ALL ? null : String(act))}
      >
        <SingleSelectOption value={ALL}>{say('audit.all-acts')}</SingleSelectOption>
        {(data?.acts ?? []).map(({ act, text }) => (
          <SingleSelectOption key={act} value={act}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

interface DayFilterProps {
  readonly filter: 'since' | 'until';
  readonly label: string;
}

function DayFilter({ filter, label }: DayFilterProps) {
  const say = useSay();
  const { params, change } = useFilter();
  const day = parseDay(params.get(filter));
  return (
    <Field.Root name={filter} width="18rem">
      <Field.Label>{label}</Field.Label>
      <DatePicker
        value={day === undefined ? undefined : new Date(day)}
        maxDate={new Date()}
        onChange={(chosen) => change(filter, chosen ? dayOf(chosen) : null)}
        onClear={() => change(filter, null)}
        clearLabel={say('field.clear')}
      />
    </Field.Root>
  );
}
