import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { EditionChanges } from '../../../../server/src/contracts/editions';
import { useGetChangesQuery, type Since } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { Press } from '../../message/ViewChoice';
import { useSay, type Word } from '../../words';
import { WordDiff } from './WordDiff';
import { isChoice, moreTelling } from './compare-with';
import { hasChanges } from './condense';

type LocaleChanges = EditionChanges['locales'][number];

/** Words, links and pictures since the last edition that was sent, or since the last I decided on. */
export function Changes({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const [chosen, setChosen] = useState<Since>();
  const sent = useGetChangesQuery({ id: editionId, since: 'sent' });
  const decided = useGetChangesQuery({ id: editionId, since: 'decided' });
  const since = chosen ?? moreTelling(sent.data, decided.data);
  return (
    <Card title={say('changes.title')}>
      {isChoice(sent.data, decided.data) && <SinceChoice since={since} onChange={setChosen} />}
      <Loaded
        of={since === 'sent' ? sent : decided}
        skeleton={<Skeleton rows={3} height="2.4rem" />}
      >
        {(known) => <Known changes={known} since={since} />}
      </Loaded>
    </Card>
  );
}

interface SinceChoiceProps {
  readonly since: Since;
  readonly onChange: (since: Since) => void;
}

function SinceChoice({ since, onChange }: SinceChoiceProps) {
  const say = useSay();
  return (
    <Flex
      role="group"
      aria-label={say('changes.compare-with')}
      gap={1}
      wrap="wrap"
      paddingBottom={4}
    >
      <Press isPressed={since === 'sent'} onPress={() => onChange('sent')}>
        {say('changes.with-sent')}
      </Press>
      <Press isPressed={since === 'decided'} onPress={() => onChange('decided')}>
        {say('changes.with-decided')}
      </Press>
    </Flex>
  );
}

interface KnownProps {
  readonly changes: EditionChanges;
  readonly since: Since;
}

function Known({ changes: { since: earlier, locales }, since }: KnownProps) {
  const say = useSay();
  const { dateTime } = useFormat();
  if (!earlier) return <Typography textColor="neutral600">{say('changes.first')}</Typography>;
  const { finishedAt, submittedAt } = earlier;
  const isSent = since === 'sent' && finishedAt !== null;
  const when = dateTime(isSent ? finishedAt : submittedAt);
  const sentence = isSent ? 'changes.since' : 'changes.since-decided';
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography textColor="neutral600">{say(sentence, { name: earlier.name, when })}</Typography>
      {locales.map((one) => (
        <InLanguage key={one.locale} changes={one} isOnly={locales.length === 1} />
      ))}
    </Flex>
  );
}

interface InLanguageProps {
  readonly changes: LocaleChanges;
  readonly isOnly: boolean;
}

function InLanguage({ changes: { locale, words, links, pictures }, isOnly }: InLanguageProps) {
  const say = useSay();
  const { language } = useFormat();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {!isOnly && (
        <Typography tag="h3" fontWeight="bold">
          {language(locale)}
        </Typography>
      )}
      {hasChanges(words) ? (
        <WordDiff words={words} />
      ) : (
        <Typography textColor="neutral600">{say('changes.no-words')}</Typography>
      )}
      <Addresses added="changes.links-added" removed="changes.links-removed" of={links} />
      <Addresses added="changes.pictures-added" removed="changes.pictures-removed" of={pictures} />
    </Flex>
  );
}

interface AddressesProps {
  readonly added: Word;
  readonly removed: Word;
  readonly of: LocaleChanges['links'];
}

function Addresses({ added, removed, of }: AddressesProps) {
  return (
    <>
      <AddressList word={added} addresses={of.added} />
      <AddressList word={removed} addresses={of.removed} />
    </>
  );
}

function AddressList({
  word,
  addresses,
}: {
  readonly word: Word;
  readonly addresses: readonly string[];
}) {
  const say = useSay();
  if (addresses.length === 0) return null;
  return (
    <Box>
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {say(word)}
      </Typography>
      <ul>
        {addresses.map((address) => (
          <Typography key={address} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {address}
          </Typography>
        ))}
      </ul>
    </Box>
  );
}
