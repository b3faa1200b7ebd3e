import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import type {
  AllowLine,
  AllowListShown,
  AllowScope,
} from '../../../../../server/src/contracts/allow-list';
import { Confirm } from '../../../components/Confirm';
import { Time } from '../../../components/format';
import { Rows, type Column } from '../../../components/Rows';
import { Section, SectionNote } from '../../../components/Section';
import { useMay } from '../../../permissions';
import { useSay, type Word } from '../../../words';
import { LineModal } from './LineModal';
import { useRemoveLine } from './useSaveList';
import { keyOf } from './wished';

interface LinesProps {
  readonly list: AllowListShown;
  readonly scope: AllowScope;
}

const WORDS: Readonly<Record<AllowScope, Readonly<Record<'title' | 'none' | 'add', Word>>>> = {
  everything: {
    title: 'allow.everything',
    none: 'allow.everything-none',
    add: 'allow.everything-add',
  },
  'personal-data': { title: 'allow.data', none: 'allow.data-none', add: 'allow.data-add' },
};

/** The lines of one scope that are in force. */
export function Lines({ list, scope }: LinesProps) {
  const say = useSay();
  const may = useMay();
  const words = WORDS[scope];
  const rows = list.lines.filter((line) => line.scope === scope);
  const columns = useColumns(list);
  return (
    <Section
      title={say(words.title)}
      actions={
        may('settings.write') && (
          <LineModal list={list} scope={scope} title={say(words.add)}>
            <Button startIcon={<Plus />} variant="secondary">
              {say(words.add)}
            </Button>
          </LineModal>
        )
      }
    >
      {rows.length === 0 ? (
        <SectionNote>{say(words.none)}</SectionNote>
      ) : (
        <Rows
          caption={say(words.title)}
          columns={columns}
          rows={rows}
          keyOf={(line) => `${line.origin} ${keyOf(line)}`}
        />
      )}
    </Section>
  );
}

function useColumns(list: AllowListShown): readonly Column<AllowLine>[] {
  const say = useSay();
  const may = useMay();
  const known: readonly Column<AllowLine>[] = [
    {
      name: 'address',
      label: say('allow.address'),
      cell: ({ address }) => <Typography tag="code">{address}</Typography>,
    },
    {
      name: 'label',
      label: say('allow.label'),
      cell: ({ label }) => label || say('shared.nothing'),
    },
    {
      name: 'by',
      label: say('allow.added-by'),
      cell: ({ addedBy }) => addedBy?.name ?? say('allow.in-config'),
    },
    {
      name: 'at',
      label: say('allow.added-at'),
      cell: ({ addedAt }) =>
        addedAt === null ? say('shared.nothing') : <Time at={addedAt} isShort />,
    },
  ];
  if (!may('settings.write')) return known;
  const acts: Column<AllowLine> = {
    name: 'acts',
    label: say('suppressions.acts'),
    isLabelHidden: true,
    cell: (line) => line.origin === 'admin' && <LineActs line={line} list={list} />,
  };
  return [...known, acts];
}

interface LineActsProps {
  readonly line: AllowLine;
  readonly list: AllowListShown;
}

function LineActs({ line, list }: LineActsProps) {
  const say = useSay();
  const { remove, isLoading } = useRemoveLine(list);
  const { address, scope } = line;
  const title = say('allow.edit-of', { address });
  return (
    <Flex gap={2} justifyContent="flex-end">
      <LineModal line={line} list={list} scope={scope} title={title}>
        <IconButton label={title}>
          <Pencil />
        </IconButton>
      </LineModal>
      <Confirm
        title={say('allow.remove-question', { address })}
        text={say('allow.remove-consequence')}
        yes={say('allow.remove')}
        onYes={() => remove(line)}
      >
        <IconButton label={say('allow.remove-of', { address })} disabled={isLoading}>
          <Trash />
        </IconButton>
      </Confirm>
    </Flex>
  );
}
