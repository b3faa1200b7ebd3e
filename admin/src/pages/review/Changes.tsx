import { Box, Flex, Typography } from '@strapi/design-system';
import type { EditionChanges } from '../../../../server/src/contracts/editions';
import { useGetChangesQuery } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { useSay, type Word } from '../../words';
import { WordDiff } from './WordDiff';
import { hasChanges } from './condense';

type LocaleChanges = EditionChanges['locales'][number];

/** Words, links and pictures since the last edition that was sent. */
export function Changes({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const changes = useGetChangesQuery(editionId);
  return (
    <Card title={say('changes.title')}>
      <Loaded of={changes} skeleton={<Skeleton rows={3} height="2.4rem" />}>
        {(known) => <Known changes={known} />}
      </Loaded>
    </Card>
  );
}

function Known({ changes: { since, locales } }: { readonly changes: EditionChanges }) {
  const say = useSay();
  const { dateTime } = useFormat();
  if (!since) return <Typography textColor="neutral600">{say('changes.first')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography textColor="neutral600">
        {say('changes.since', {
          ...{ name: since.name, when: dateTime(since.finishedAt ?? since.submittedAt) },
        })}
      </Typography>
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
