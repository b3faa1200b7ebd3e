import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useGetSetUpQuery } from '../../api/campaigns';
import { Notice } from '../../components/Notice';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

/** What is missing, and the way there. Nothing when all is there. */
export function StillToSetUp() {
  const say = useSay();
  const may = useMay();
  const { data } = useGetSetUpQuery(undefined, { refetchOnMountOrArgChange: true });
  if (!data || data.missing.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={say('overview.set-up')}
      action={
        may('settings.read') ? (
          <Link tag={NavLink} to={paths.settings('set-up')}>
            {say('overview.to-set-up')}
          </Link>
        ) : (
          <Typography variant="pi">{say('overview.set-up-ask')}</Typography>
        )
      }
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {data.missing.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </Flex>
    </Notice>
  );
}
