import { Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { USER_UID } from '../../../../server/src/names';
import { Card } from '../../components/Card';
import { Fact } from '../../components/Facts';
import { SourceHealth, type Source } from '../../components/SourceHealth';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

/** Where people come from, whether that is in step, and what the last sync did. */
export function SourceCard({ source }: { readonly source: Source }) {
  const say = useSay();
  return (
    <Card
      title={say('lists.source', { name: source.id })}
      actions={<SourceHealth source={source} />}
    >
      <Numbers source={source} />
    </Card>
  );
}

function Numbers({ source: { contentType, lastRun } }: { readonly source: Source }) {
  const say = useSay();
  const { number } = useFormat();
  const counts = lastRun?.counts;
  return (
    <Grid.Root gap={4} tag="dl">
      <Cell label={say('lists.type')}>
        {contentType === USER_UID ? say('lists.site-users') : contentType}
      </Cell>
      {counts && (
        <>
          <Cell label={say('lists.seen')}>{number(counts.seen)}</Cell>
          <Cell label={say('lists.added')}>{number(counts.added)}</Cell>
          <Cell label={say('lists.changed')}>{number(counts.changed)}</Cell>
          <Cell label={say('lists.removed')}>{number(counts.removed)}</Cell>
        </>
      )}
    </Grid.Root>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Grid.Item col={2} s={4} xs={6} direction="column" alignItems="stretch">
      <Fact label={label}>{children}</Fact>
    </Grid.Item>
  );
}
