import { Typography } from '@strapi/design-system';
import type { DeliveryRow } from '../../../../../server/src/contracts/reports';
import { useFormat } from '../../../components/format';
import { useSay } from '../../../words';

/** Of an uncertain message: when it was handed over, to which transport, and how to find it in a log. */
export function WhatIsKnown({ row: { id, dot } }: { readonly row: DeliveryRow }) {
  const say = useSay();
  const { dateTime } = useFormat();
  return (
    <>
      {dot
        ? say('uncertain.dot', { at: dateTime(dot.at), transport: dot.transport })
        : say('uncertain.no-dot')}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {say('uncertain.message-id', { beginning: `cs.${id}.` })}
      </Typography>
    </>
  );
}
