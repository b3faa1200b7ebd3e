import { Button, Flex, IconButton } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import type { SenderShown } from '../../../../server/src/contracts/settings';
import { useSetSendersMutation } from '../../api/settings';
import { Confirm } from '../../components/Confirm';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { useAct } from '../../components/useAct';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { SenderModal } from './SenderModal';

interface SendersProps {
  readonly senders: readonly SenderShown[];
}

/** The mailboxes authors choose from. They are saved all together. */
export function Senders({ senders }: SendersProps) {
  const say = useSay();
  const may = useMay();
  const columns = useColumns(senders);
  return (
    <Section
      title={say('settings.senders-title')}
      actions={
        may('settings.write') && (
          <SenderModal senders={senders} title={say('settings.sender-add')}>
            <Button startIcon={<Plus />} variant={senders.length === 0 ? 'default' : 'secondary'}>
              {say('settings.sender-add')}
            </Button>
          </SenderModal>
        )
      }
    >
      {senders.length === 0 ? (
        <SectionNote>{say('settings.senders-none')}</SectionNote>
      ) : (
        <Rows
          caption={say('settings.senders-title')}
          columns={columns}
          rows={senders}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}

function useColumns(senders: readonly SenderShown[]): readonly Column<SenderShown>[] {
  const say = useSay();
  const may = useMay();
  const known: readonly Column<SenderShown>[] = [
    { name: 'name', label: say('settings.sender-name'), cell: ({ name }) => name },
    { name: 'address', label: say('settings.sender-address'), cell: ({ address }) => address },
    {
      name: 'reply-to',
      label: say('settings.sender-reply-to'),
      cell: ({ replyTo }) => replyTo ?? say('shared.nothing'),
    },
    {
      name: 'domain',
      label: say('settings.sender-domain'),
      cell: ({ returnPathDomain }) => returnPathDomain,
    },
  ];
  if (!may('settings.write')) return known;
  const acts: Column<SenderShown> = {
    name: 'acts',
    label: say('suppressions.acts'),
    isLabelHidden: true,
    cell: (sender) => <SenderActs sender={sender} senders={senders} />,
  };
  return [...known, acts];
}

function SenderActs({ sender, senders }: SendersProps & { readonly sender: SenderShown }) {
  const say = useSay();
  const { name } = sender;
  const title = say('settings.sender-edit-of', { name });
  return (
    <Flex gap={2} justifyContent="flex-end">
      <SenderModal sender={sender} senders={senders} title={title}>
        <IconButton label={title}>
          <Pencil />
        </IconButton>
      </SenderModal>
      <RemoveSender sender={sender} senders={senders} />
    </Flex>
  );
}

function RemoveSender({ sender, senders }: SendersProps & { readonly sender: SenderShown }) {
  const say = useSay();
  const act = useAct();
  const [send, { isLoading }] = useSetSendersMutation();
  const { name } = sender;
  const rest = senders.filter(({ id }) => id !== sender.id);
  return (
    <Confirm
      title={say('settings.sender-remove-question', { name })}
      text={say('settings.sender-remove-consequence')}
      yes={say('settings.sender-remove')}
      onYes={() =>
        act(() => send({ senders: rest }).unwrap(), say('settings.sender-removed', { name }))
      }
    >
      <IconButton label={say('settings.sender-remove-of', { name })} disabled={isLoading}>
        <Trash />
      </IconButton>
    </Confirm>
  );
}
