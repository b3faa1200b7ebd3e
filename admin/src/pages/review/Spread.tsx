import { Flex, Typography } from '@strapi/design-system';
import { useGetAudienceQuery } from '../../api/editions';
import { Counts } from '../../components/Counts';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { useSay } from '../../words';

/** The audience list by list, and by where it reads its mail. */
export function Spread({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const audience = useGetAudienceQuery(editionId);
  return (
    <Loaded of={audience} skeleton={<Skeleton rows={4} height="1.6rem" />}>
      {({ lists, domains, elsewhere }) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Titled
            title={say('desk.by-list')}
            counts={lists.map(({ name, readers }) => [name, readers])}
          />
          <Titled
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

interface TitledProps {
  readonly title: string;
  readonly counts: Parameters<typeof Counts>[0]['counts'];
}

function Titled({ title, counts }: TitledProps) {
  if (counts.length === 0) return null;
  return (
    <div>
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      <Counts counts={counts} />
    </div>
  );
}
