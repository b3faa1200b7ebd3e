import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import type { AddressTestShown } from '../../../../../server/src/contracts/allow-list';
import { useTestAddressMutation } from '../../../api/allow-list';
import { Fact, Facts } from '../../../components/Facts';
import { Mark } from '../../../components/Mark';
import { readRefusal } from '../../../refusal';
import { useSay } from '../../../words';

/** What would happen to an address, without being there. */
export function AddressTest() {
  const say = useSay();
  const [address, setAddress] = useState('');
  const [test, { data, error, isLoading }] = useTestAddressMutation();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void test(address.trim());
      }}
    >
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <Field.Root name="test-address" minWidth="24rem">
          <Field.Label>{say('allow.test-address')}</Field.Label>
          <TextInput
            value={address}
            autoComplete="off"
            placeholder="192.0.2.7"
            onChange={({ target }: { target: { value: string } }) => setAddress(target.value)}
          />
        </Field.Root>
        <Button type="submit" size="L" variant="secondary" loading={isLoading}>
          {say('allow.test')}
        </Button>
      </Flex>
      <Box role="status" paddingTop={data || error ? 4 : 0}>
        {error ? (
          <Mark tone="danger">{readRefusal(error, say).text}</Mark>
        ) : (
          data && <Verdicts test={data} />
        )}
      </Box>
    </form>
  );
}

function Verdicts({
  test: { address, everything, personalData },
}: {
  readonly test: AddressTestShown;
}) {
  const say = useSay();
  return (
    <Facts>
      <Fact label={say('allow.test-everything', { address })}>
        <Verdict of={everything} />
      </Fact>
      <Fact label={say('allow.test-data', { address })}>
        <Verdict of={personalData} />
      </Fact>
    </Facts>
  );
}

const Verdict = ({ of: { isAllowed, text } }: { readonly of: AddressTestShown['everything'] }) => (
  <Mark tone={isAllowed ? 'success' : 'danger'}>{text}</Mark>
);
