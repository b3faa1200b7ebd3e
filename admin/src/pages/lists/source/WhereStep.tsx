import { Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { USER_UID } from '../../../../../server/src/names';
import type { SourceType } from '../../../../../server/src/contracts/sources';
import { Card } from '../../../components/Card';
import { useLists } from '../../../components/useLists';
import { useSay } from '../../../words';
import { Choice } from './Choice';
import { type Draft, draftFor, type StepProps } from './draft';

interface WhereProps extends Omit<StepProps, 'fields'> {
  readonly types: readonly SourceType[];
}

/** Where the people are, and which list they fill. */
export function WhereStep({ types, draft, change }: WhereProps) {
  const say = useSay();
  const nameOf = ({ uid, name }: SourceType) => (uid === USER_UID ? say('lists.site-users') : name);
  const choose = (uid: string) => {
    const type = types.find((one) => one.uid === uid);
    if (type) change(draftFor(type, draft));
  };
  return (
    <Card title={say('source.where')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Choice
          label={say('source.type')}
          value={draft.uid}
          options={types.map((type) => [type.uid, nameOf(type)])}
          isRequired
          onChange={choose}
        />
        <Typography variant="pi" textColor="neutral600">
          {say('source.customer-database')}
        </Typography>
        <WhichList draft={draft} change={change} />
      </Flex>
    </Card>
  );
}

const NEW = ' new';

function WhichList({ draft, change }: { draft: Draft; change: (draft: Draft) => void }) {
  const say = useSay();
  const lists = useLists().data?.results ?? [];
  return (
    <>
      <Choice
        label={say('source.list')}
        value={draft.listId || NEW}
        options={[
          [NEW, say('source.new-list')],
          ...lists.map(({ id, name }) => [id, name] as const),
        ]}
        isRequired
        onChange={(id) => change({ ...draft, listId: id === NEW ? '' : id })}
      />
      {draft.listId === '' && (
        <Field.Root required width="100%" maxWidth="32rem">
          <Field.Label>{say('source.list-name')}</Field.Label>
          <TextInput
            value={draft.listName}
            maxLength={100}
            onChange={({ target }: { target: { value: string } }) =>
              change({ ...draft, listName: target.value })
            }
          />
        </Field.Root>
      )}
    </>
  );
}
