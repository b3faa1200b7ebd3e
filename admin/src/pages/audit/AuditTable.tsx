import { Box, TextButton, Typography } from '@strapi/design-system';
import type { AuditEntryShown } from '../../../../server/src/contracts/audit';
import { Rows, type Column } from '../../components/Rows';
import { Time } from '../../components/format';
import { useSay } from '../../words';
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
    { name: 'act', label: say('audit.act'), cell: (entry) => <What entry={entry} /> },
    { name: 'who', label: say('audit.who'), cell: (entry) => <Who entry={entry} /> },
    { name: 'subject', label: say('audit.subject'), cell: (entry) => <Subject entry={entry} /> },
  ];
}

interface EntryProps {
  readonly entry: AuditEntryShown;
}

/** That it was done goes without saying; why not is a sentence. Both wrap, so that the row stays in sight. */
function What({ entry: { text, isDone, resultText } }: EntryProps) {
  return (
    <Box minWidth="14rem" maxWidth="22rem" style={{ whiteSpace: 'normal' }}>
      {text}
      {!isDone && (
        <Typography tag="div" variant="pi" textColor="danger600">
          {resultText}
        </Typography>
      )}
    </Box>
  );
}

function Who({ entry: { person, doorText, ip } }: EntryProps) {
  const say = useSay();
  const { change } = useFilter();
  return (
    <>
      {person ? (
        <Only onClick={() => change('person', person.id)}>{person.name}</Only>
      ) : (
        say('audit.nobody')
      )}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {[doorText, ip].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
}

function Subject({ entry: { subject } }: EntryProps) {
  const say = useSay();
  const { change } = useFilter();
  if (!subject) return say('shared.nothing');
  return <Only onClick={() => change('subject', subject.id)}>{subject.text}</Only>;
}

interface OnlyProps {
  readonly onClick: () => void;
  readonly children: string;
}

/** Reads as text in its row, so that the column stays straight. */
const Only = ({ onClick, children }: OnlyProps) => (
  <TextButton onClick={onClick}>
    <Typography textAlign="left">{children}</Typography>
  </TextButton>
);
