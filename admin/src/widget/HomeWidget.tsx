import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useWaiting } from '../components/useWaiting';
import { useFormat } from '../components/format';
import { paths } from '../paths';
import { readRefusal } from '../refusal';
import { useSay } from '../words';
import { LastResult } from './LastResult';
import { Moving } from './Moving';
import { WidgetLink } from './WidgetLink';

/** Strapi's home page: what waits for me, what is being sent, how the last one did. */
export function HomeWidget() {
  const say = useSay();
  const waiting = useWaiting();
  if (waiting.error) return <Widget.Error>{readRefusal(waiting.error, say).text}</Widget.Error>;
  if (waiting.data === undefined) return <Widget.Loading>{say('shared.loading')}</Widget.Loading>;
  return (
    <Flex
      data-countersign="widget"
      tag="dl"
      direction="column"
      alignItems="stretch"
      gap={5}
      padding={2}
    >
      <Part label={say('widget.waiting')}>
        <WaitingCount count={waiting.data.length} />
      </Part>
      <Part label={say('widget.moving')}>
        <Moving />
      </Part>
      <Part label={say('widget.last')}>
        <LastResult />
      </Part>
    </Flex>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}

function WaitingCount({ count }: { readonly count: number }) {
  const say = useSay();
  const { number } = useFormat();
  if (count === 0) return say('widget.nothing-waits');
  return (
    <WidgetLink to={paths.home}>
      {say('widget.waiting-count', { count, number: number(count) })}
    </WidgetLink>
  );
}
