import { Flex, Typography } from '@strapi/design-system';
import type { HandShown } from '../../../server/src/contracts/editions';
import { useSay } from '../words';
import { Time } from './format';

/** Everybody who had a hand in it, the latest first. */
export function Hands({ hands }: { readonly hands: readonly HandShown[] }) {
  const say = useSay();
  if (hands.length === 0)
    return <Typography textColor="neutral600">{say('hands.none')}</Typography>;
  const latestFirst = [...hands].sort((a, b) => b.lastAt - a.lastAt);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {latestFirst.map(({ person, lastAt }) => (
        <Flex key={person.id} tag="li" direction="column" alignItems="flex-start">
          <Typography textColor="neutral800">{person.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            <Time at={lastAt} />
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
