import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { SenderShown } from '../../../../server/src/contracts/settings';
import { useGetDnsQuery, useGetSendersQuery } from '../../api/settings';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { DnsChecks } from './DnsChecks';

/** What mail providers look up about each sender. Asked for by hand: it may take seconds. */
export function DnsCard() {
  const say = useSay();
  return (
    <Card title={say('settings.dns-title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography textColor="neutral600">{say('settings.dns-lead')}</Typography>
        <Loaded of={useGetSendersQuery()} skeleton={<Skeleton rows={1} />}>
          {({ senders }) =>
            senders.length === 0 ? (
              <NoSender />
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
                {senders.map((sender) => (
                  <SenderDns key={sender.id} sender={sender} />
                ))}
              </Flex>
            )
          }
        </Loaded>
      </Flex>
    </Card>
  );
}

function NoSender() {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography>{say('settings.dns-no-sender')}</Typography>
      <Link tag={NavLink} to={paths.settings('senders')}>
        {say('settings.senders')}
      </Link>
    </Flex>
  );
}

function SenderDns({ sender: { id, name, address } }: { readonly sender: SenderShown }) {
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  const dns = useGetDnsQuery(id, { skip: !isAsked });
  const look = () => (isAsked ? dns.refetch() : setAsked(true));
  return (
    <li>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" minWidth={0}>
          <Typography fontWeight="bold">{name}</Typography>
          <Typography textColor="neutral600">{address}</Typography>
        </Flex>
        <Button
          variant="secondary"
          loading={dns.isFetching}
          aria-label={say('settings.dns-check-of', { name })}
          onClick={() => void look()}
        >
          {say('settings.dns-check')}
        </Button>
      </Flex>
      <Box role="status" paddingTop={isAsked ? 3 : 0}>
        {isAsked && (
          <Loaded of={dns} skeleton={<Skeleton rows={2} />}>
            {({ checks }) => <DnsChecks checks={checks} />}
          </Loaded>
        )}
      </Box>
    </li>
  );
}
