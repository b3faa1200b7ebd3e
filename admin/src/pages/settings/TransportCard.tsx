import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { TransportShown, TransportTest } from '../../../../server/src/contracts/settings';
import { useTestTransportMutation } from '../../api/settings';
import { Card } from '../../components/Card';
import { Fact, FactsAbreast } from '../../components/Facts';
import { useFormat } from '../../components/format';
import { Mark } from '../../components/Mark';
import { Notice } from '../../components/Notice';
import { readRefusal } from '../../refusal';
import { useSay, type Word } from '../../words';

/** One mail server as configured, and whether it can be reached. */
export function TransportCard({ transport }: { readonly transport: TransportShown }) {
  const say = useSay();
  return (
    <Card title={say('settings.transport', { name: transport.id })}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <AsConfigured transport={transport} />
        <Test id={transport.id} />
      </Flex>
    </Card>
  );
}

const SECURE: Readonly<Record<string, Word>> = {
  none: 'settings.secure-none',
  starttls: 'settings.secure-starttls',
  tls: 'settings.secure-tls',
};

function AsConfigured({ transport }: { readonly transport: TransportShown }) {
  const say = useSay();
  const { number } = useFormat();
  const { host, port, secure, signsIn, trouble, text } = transport;
  const secureWord = SECURE[secure];
  return (
    <FactsAbreast>
      <Fact label={say('settings.transport-host')}>{`${host}:${port}`}</Fact>
      <Fact label={say('settings.transport-secure')}>{secureWord ? say(secureWord) : secure}</Fact>
      <Fact label={say('settings.transport-signs-in')}>
        {say(signsIn ? 'settings.signs-in-yes' : 'settings.signs-in-no')}
      </Fact>
      <Fact label={say('settings.transport-limits')}>{limitsOf(transport, say, number)}</Fact>
      <Fact label={say('settings.transport-state')}>
        {trouble === null ? (
          <Mark tone="success">{say('settings.transport-well')}</Mark>
        ) : (
          <Mark tone="danger">{say('settings.transport-paused', { text: text ?? trouble })}</Mark>
        )}
      </Fact>
    </FactsAbreast>
  );
}

/** What holds it back, in words. */
function limitsOf(
  { weight, perSecond, today, warmUp }: TransportShown,
  say: ReturnType<typeof useSay>,
  number: (value: number) => string,
): string {
  const used = number(today?.used ?? 0);
  const limit = today?.limit ?? null;
  const parts = [
    weight === 0 ? say('settings.transport-stand-by') : null,
    perSecond === null ? null : say('settings.transport-per-second', { count: number(perSecond) }),
    warmUp && say('settings.transport-warm-up', { day: warmUp.day, days: warmUp.days }),
    limit === null ? null : say('settings.transport-today', { used, limit: number(limit) }),
  ];
  return parts.filter(Boolean).join(' · ') || say('settings.transport-no-limits');
}

function Test({ id }: { readonly id: string }) {
  const say = useSay();
  const [test, { data, error, isLoading }] = useTestTransportMutation();
  return (
    <div>
      <Flex gap={3} wrap="wrap">
        <Button variant="secondary" loading={isLoading} onClick={() => void test(id)}>
          {say('settings.test')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {say('settings.test-hint')}
        </Typography>
      </Flex>
      <Box role="status" paddingTop={data || error ? 3 : 0}>
        {data && !isLoading && <Tested test={data} />}
        {Boolean(error) && <Notice tone="danger">{readRefusal(error, say).text}</Notice>}
      </Box>
    </div>
  );
}

function Tested({
  test: { ok, text, encrypted, authenticated },
}: {
  readonly test: TransportTest;
}) {
  const say = useSay();
  if (!ok) return <Notice tone="danger">{text}</Notice>;
  const how = [
    say(encrypted ? 'settings.test-encrypted' : 'settings.test-not-encrypted'),
    say(authenticated ? 'settings.test-signed-in' : 'settings.test-not-signed-in'),
  ];
  return (
    <Notice tone="success" title={text}>
      {how.join(' · ')}
    </Notice>
  );
}
