import { Box, Flex, Typography } from '@strapi/design-system';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import type { Segment } from '../../segments/rule';
import { useSay } from '../../words';
import { Builder } from './builder/Builder';
import type { Missing } from './builder/missing';
import { NameField } from './NameField';
import type { Known } from './SegmentEditor';
import { AboveFoot, SegmentFoot } from './SegmentFoot';
import { InWords } from './SegmentResult';
import { NAME_TAKEN, useSegmentForm } from './useSegmentForm';

interface SegmentFormProps {
  readonly segment?: Segment;
  readonly known: Known;
}

/** A name, who is in it, and how many that is while one builds. */
export function SegmentForm({ segment, known }: SegmentFormProps) {
  const say = useSay();
  const form = useSegmentForm(segment, known.attributes);
  const { name, setName, isStrict, refusal, written } = form;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <AboveFoot direction="column" alignItems="stretch" gap={6}>
        <Box background="neutral0" hasRadius shadow="filterShadow" padding={6}>
          <NameField name={name} onName={setName} isStrict={isStrict} refusal={refusal} />
        </Box>
        <Card title={say('segments.who')}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="pi" textColor="neutral600">
              {say('segments.who-hint')}
            </Typography>
            <Builder
              {...known}
              state={form.state}
              dispatch={form.dispatch}
              missing={written.missing ?? NOTHING}
              isStrict={isStrict}
            />
          </Flex>
        </Card>
        <Card title={say('segments.result')}>
          <InWords rule={written.rule} />
        </Card>
        {isStrict && form.unfinished > 0 && (
          <Notice tone="danger" isUrgent>
            {say('segments.unfinished', { count: form.unfinished })}
          </Notice>
        )}
        {refusal && refusal.code !== NAME_TAKEN && (
          <Notice tone="danger" isUrgent>
            {refusal.text}
          </Notice>
        )}
        <SegmentFoot rule={written.rule} isLoading={form.isLoading} />
      </AboveFoot>
    </form>
  );
}

const NOTHING: ReadonlyMap<number, Missing> = new Map();
