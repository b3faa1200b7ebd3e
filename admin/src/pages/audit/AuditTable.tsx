import { Button, Typography } from '@strapi/design-system';
import type { AuditEntryShown } from '../../../../server/src/contracts/audit';
import { Rows, type Column } from '../../components/Rows';
import { Time } from '../../components/format';
import { useSay, type Word } from '../../words';
import { useFilter } from './useFilter';

/** Newest first. A person or a subject is a button: it shows what else is written about them. */
export function AuditTable({ rows }: { readonly rows: readonly AuditEntryShown[] }) {
  const say = useSay();
  return (
    <Rows caption={say('menu.audit')} columns={useColumns()} rows={rows} keyOf={({ id }) => id} />
  );
}

function useColumns(): readonly Column<AuditEntryShown>[] {
  const say = useSay();
  return [
    { name: 'at', label: say('audit.at'), cell: ({ at }) => <Time at={at} isShort /> },
    { name: 'act', label: say('audit.act'), cell: ({ text }) => text },
    { name: 'who', label: say('audit.who'), cell: (entry) => <Who entry={entry} /> },
    { name: 'subject', label: say('audit.subject'), cell: (entry) => <Subject entry={entry} /> },
    { name: 'result', label: say('audit.result'), cell: (entry) => <Outcome entry={entry} /> },
  ];
}

interface EntryProps {
  readonly entry: AuditEntryShown;
}

function Who({ entry: { person, doorText, ip } }: EntryProps) {
  const say = useSay();
  const { change } = useFilter();
  return (
    <>
      {person ? (
        <Button variant="ghost" size="S" onClick={() => change('person', person.id)}>
          {person.name}
        </Button>
      ) : (
        say('audit.nobody')
      )}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {[doorText, ip].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
}

const SUBJECTS: Readonly<Record<string, Word>> = {
  edition: 'audit.subject-edition',
  campaign: 'audit.subject-campaign',
  subscriber: 'audit.subject-subscriber',
  suppression: 'audit.subject-suppression',
  setting: 'audit.subject-setting',
  account: 'audit.subject-account',
};

function Subject({ entry: { subject } }: EntryProps) {
  const say = useSay();
  const { change } = useFilter();
  const word = subject && SUBJECTS[subject.kind];
  if (!subject || !word) return say('shared.nothing');
  return (
    <Button variant="ghost" size="S" onClick={() => change('subject', subject.id)}>
      {`${say(word)} ${subject.id.slice(-6)}`}
    </Button>
  );
}

function Outcome({ entry: { isDone, resultText } }: EntryProps) {
  return <Typography textColor={isDone ? 'neutral800' : 'warning700'}>{resultText}</Typography>;
}
