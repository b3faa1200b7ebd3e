import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Report } from '../../../../../server/src/contracts/reports';
import { Notice } from '../../../components/Notice';
import { useFormat } from '../../../components/format';
import { useMay } from '../../../permissions';
import { useSay } from '../../../words';
import { countWaiting } from './waiting';

/** How many messages wait for a person to decide on them, and the way there. */
export function UncertainNotice({ report }: { readonly report: Report }) {
  const say = useSay();
  const may = useMay();
  const { number } = useFormat();
  const count = countWaiting(report);
  if (count === 0) return null;
  const link = may('subscriber.read') && (
    <Link tag={NavLink} to="?outcome=uncertain">
      {say('uncertain.show')}
    </Link>
  );
  const title = say('uncertain.title', { count, messages: number(count) });
  return (
    <Notice tone="warning" title={title} action={link}>
      {say('uncertain.what')}
    </Notice>
  );
}
