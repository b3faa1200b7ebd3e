import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { Card } from '../../../components/Card';
import { useSay, type Word } from '../../../words';
import { Choice } from './Choice';
import {
  comparisonsOf,
  filterFields,
  isCompared,
  MOST_CONDITIONS,
  type Comparison,
  type ConditionDraft,
  type FieldShown,
  type StepProps,
} from './draft';
import { BesideFields, InRow, Part } from './Part';

const COMPARISONS: Readonly<Record<Comparison, Word>> = {
  equal: 'source.is-equal',
  'not-equal': 'source.is-not-equal',
  known: 'source.is-known',
  unknown: 'source.is-unknown',
  yes: 'source.is-yes',
  no: 'source.is-no',
};

/** Who: everybody, or those of whom all conditions are true. */
export function FilterStep({ draft, fields, change }: StepProps) {
  const say = useSay();
  const usable = filterFields(fields, draft);
  const put = (conditions: readonly ConditionDraft[]) => change({ ...draft, conditions });
  const add = () => {
    const [first] = usable;
    const [is = 'known'] = comparisonsOf(first);
    if (first) put([...draft.conditions, { field: first.name, is, value: '' }]);
  };
  return (
    <Card title={say('source.who')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">
          {say(draft.conditions.length === 0 ? 'source.everybody' : 'source.all-of')}
        </Typography>
        {draft.conditions.map((condition, at) => (
          <ConditionRow
            key={at}
            place={at + 1}
            condition={condition}
            fields={usable}
            change={(next) => put(draft.conditions.toSpliced(at, 1, next))}
            remove={() => put(draft.conditions.toSpliced(at, 1))}
          />
        ))}
        {draft.conditions.length < MOST_CONDITIONS && usable.length > 0 && (
          <div>
            <Button variant="secondary" startIcon={<Plus />} onClick={add}>
              {say('source.add-condition')}
            </Button>
          </div>
        )}
      </Flex>
    </Card>
  );
}

interface RowProps {
  readonly place: number;
  readonly condition: ConditionDraft;
  readonly fields: readonly FieldShown[];
  readonly change: (condition: ConditionDraft) => void;
  readonly remove: () => void;
}

function ConditionRow({ place, condition, fields, change, remove }: RowProps) {
  const say = useSay();
  const field = fields.find(({ name }) => name === condition.field);
  const choose = (name: string) => {
    const [is = 'known'] = comparisonsOf(fields.find((one) => one.name === name));
    change({ field: name, is, value: '' });
  };
  return (
    <Part legend={say('source.condition', { place })}>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <InRow>
          <Choice
            label={say('source.field')}
            value={condition.field}
            options={fields.map(({ name }) => [name, name])}
            onChange={choose}
          />
        </InRow>
        <InRow>
          <Choice
            label={say('source.is')}
            value={condition.is}
            options={comparisonsOf(field).map((is) => [is, say(COMPARISONS[is])])}
            onChange={(is) => change({ ...condition, is: is as Comparison })}
          />
        </InRow>
        {isCompared(condition.is) && (
          <InRow>
            <Value condition={condition} field={field} change={change} />
          </InRow>
        )}
        <BesideFields>
          <Button variant="tertiary" startIcon={<Trash />} onClick={remove}>
            {say('source.remove-condition', { place })}
          </Button>
        </BesideFields>
      </Flex>
    </Part>
  );
}

interface ValueProps extends Pick<RowProps, 'condition' | 'change'> {
  readonly field: FieldShown | undefined;
}

function Value({ condition, field, change }: ValueProps) {
  const say = useSay();
  const label = say('source.value');
  const put = (value: string) => change({ ...condition, value });
  if (field?.kind === 'words') {
    const options = field.words.map((word) => [word, word] as const);
    return <Choice label={label} value={condition.value} options={options} onChange={put} />;
  }
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={condition.value}
        maxLength={200}
        inputMode={field?.kind === 'number' ? 'decimal' : undefined}
        onChange={({ target }: { target: { value: string } }) => put(target.value)}
      />
    </Field.Root>
  );
}
