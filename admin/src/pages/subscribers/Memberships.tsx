import { Flex, Typography } from '@strapi/design-system';
import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { Time } from '../../components/format';
import { useListName } from '../../components/useListName';
import { useSay } from '../../words';

/** The lists one is on, or was. */
export function Memberships({ person: { memberships } }: { readonly person: SubscriberDetail }) {
  const say = useSay();
  const nameOf = useListName();
  return (
    <Card title={say('people.memberships')}>
      {memberships.length === 0 && (
        <Typography textColor="neutral600">{say('people.memberships-none')}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {memberships.map(({ list, isOn, since }) => (
          <Flex key={list} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="bold" textColor="neutral800">
              {nameOf(list)}
            </Typography>
            <Flex gap={3} wrap="wrap">
              <Mark tone={isOn ? 'success' : 'neutral'}>
                {say(isOn ? 'people.membership-on' : 'people.membership-off')}
              </Mark>
              <Typography variant="pi" textColor="neutral600">
                <Time at={since} />
              </Typography>
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
