import { Typography } from '@strapi/design-system';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { useGetEditionsQuery } from '../api/editions';
import { useGetReportQuery } from '../api/sending';
import { useFormat } from '../components/format';
import { paths } from '../paths';
import { useSay } from '../words';
import { WidgetLink } from './WidgetLink';

export function LastResult() {
  const say = useSay();
  const { data } = useGetEditionsQuery(
    { state: 'sent', limit: 1 },
    { refetchOnMountOrArgChange: true },
  );
  if (!data) return '…';
  const [last] = data.results;
  return last ? <Result edition={last} /> : say('overview.last-none');
}

function Result({ edition: { id, campaignId, name } }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { number } = useFormat();
  const { data } = useGetReportQuery(id);
  const accepted = data?.counts.accepted ?? 0;
  return (
    <>
      <WidgetLink to={paths.edition(campaignId, id)}>{name}</WidgetLink>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {data
          ? say('widget.last-result', {
              accepted: number(accepted),
              readers: number(data.readers),
            })
          : '…'}
      </Typography>
    </>
  );
}
