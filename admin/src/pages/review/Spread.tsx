import { Flex, Typography } from '@strapi/design-system';
import { useGetAudienceQuery } from '../../api/editions';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

/** The audience list by list, and by where it reads its mail. */
export function Spread({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const audience = useGetAudienceQuery(editionId);
  return (
    <Loaded of={audience} skeleton={<Skeleton rows={4} height="1.6rem" />}>
      {({ lists, domains, elsewhere }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Counts
            title={say('desk.by-list')}
            counts={lists.map(({ name, readers }) => [name, readers])}
          />
          <Counts
            title={say('desk.by-domain')}
            counts={[
              ...domains.map(({ domain, readers }) => [domain, readers] as const),
              ...(elsewhere > 0 ? [[say('desk.elsewhere'), elsewhere] as const] : []),
            ]}
          />
        </Flex>
      )}
    </Loaded>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: readonly (readonly [string, number])[];
}

function Counts({ title, counts }: CountsProps) {
  const { number } = useFormat();
  if (counts.length === 0) return null;
  return (
    <div>
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {counts.map(([name, count]) => (
          <Flex key={name} tag="li" justifyContent="space-between" gap={4}>
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <Typography variant="pi" textColor="neutral800">
              {number(count)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </div>
  );
}
