import { FORM_SOURCE, PUSH_SOURCE, SQL_SOURCE, USER_UID } from '../../../../server/src/names';
import { Card } from '../../components/Card';
import { Fact, Facts } from '../../components/Facts';
import { SourceHealth, type Source } from '../../components/SourceHealth';
import { useFormat } from '../../components/format';
import { SourceActs } from './source/SourceActs';
import { useSay, type Word } from '../../words';

const WORDS: Readonly<Record<string, Word>> = {
  [USER_UID]: 'lists.site-users',
  [FORM_SOURCE]: 'lists.sign-up-form',
  [SQL_SOURCE]: 'lists.sql',
  [PUSH_SOURCE]: 'lists.push',
};

/** Where people come from, whether that is in step, and what the last sync did. */
export function SourceCard({ source }: { readonly source: Source }) {
  const say = useSay();
  const { contentType } = source;
  const word = WORDS[contentType];
  return (
    <Card
      title={say('lists.source', { name: source.id })}
      actions={<SourceHealth source={source} />}
    >
      <Facts>
        <Fact label={say('source.set-up-in')}>
          {say(source.madeHere ? 'source.in-the-admin' : 'source.in-the-configuration')}
        </Fact>
        <Fact label={say('lists.type')}>{word ? say(word) : contentType}</Fact>
        <Fact label={say('lists.last-run')}>
          <LastRun source={source} />
        </Fact>
      </Facts>
      <SourceActs source={source} />
    </Card>
  );
}

function LastRun({ source: { lastRun } }: { readonly source: Source }) {
  const say = useSay();
  const { number } = useFormat();
  if (lastRun === null) return say('lists.never-synced');
  const { seen, added, changed, removed } = lastRun.counts;
  return say('lists.did', {
    seen: number(seen),
    added: number(added),
    changed: number(changed),
    removed: number(removed),
  });
}
