import { Box, Flex, Typography } from '@strapi/design-system';
import type { DnsCheckShown } from '../../../../server/src/contracts/settings';
import { Disclosure } from '../../components/Disclosure';
import { Mark, type MarkTone } from '../../components/Mark';
import { Rows, type Column } from '../../components/Rows';
import { useSay } from '../../words';

const TONES: Readonly<Record<DnsCheckShown['verdict'], MarkTone>> = {
  ok: 'success',
  missing: 'warning',
  wrong: 'danger',
  unreachable: 'neutral',
  'no-key': 'neutral',
};

/** What was found in DNS, and what should be put there. */
export function DnsChecks({ checks }: { readonly checks: readonly DnsCheckShown[] }) {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Rows
        caption={say('settings.dns-title')}
        columns={useColumns()}
        rows={checks}
        keyOf={({ record, name }) => `${record} ${name}`}
      />
      {checks.map((check) => (
        <ToPublish key={`${check.record} ${check.name}`} check={check} />
      ))}
    </Flex>
  );
}

function useColumns(): readonly Column<DnsCheckShown>[] {
  const say = useSay();
  return [
    {
      name: 'record',
      label: say('settings.dns-record'),
      cell: ({ record }) => record.toUpperCase(),
    },
    { name: 'name', label: say('settings.dns-name'), cell: ({ name }) => <Long text={name} /> },
    {
      name: 'verdict',
      label: say('settings.dns-verdict'),
      cell: ({ verdict, text }) => <Mark tone={TONES[verdict]}>{text}</Mark>,
    },
    {
      name: 'found',
      label: say('settings.dns-found'),
      cell: ({ found }) => <Long text={found ?? say('shared.nothing')} />,
    },
  ];
}

/** A key has hundreds of letters and not one space. */
const Long = ({ text }: { readonly text: string }) => (
  <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
);

function ToPublish({ check: { name, verdict, expected } }: { readonly check: DnsCheckShown }) {
  const say = useSay();
  if (expected === null) return null;
  return (
    <Disclosure label={say('settings.dns-publish', { name })} isOpenAtFirst={verdict !== 'ok'}>
      <Box background="neutral100" padding={3} hasRadius>
        <Typography tag="code" variant="pi" style={{ overflowWrap: 'anywhere' }}>
          {expected}
        </Typography>
      </Box>
    </Disclosure>
  );
}
