import { Field, Link, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SenderShown } from '../../../server/src/contracts/settings';
import { useGetSendersQuery } from '../api/settings';
import { Loaded } from '../components/Loaded';
import { Notice } from '../components/Notice';
import { Skeleton } from '../components/Skeleton';
import { paths } from '../paths';
import { useMay } from '../permissions';
import { useSay } from '../words';
import type { InputProps } from './input';

/** Who it is from: one of the mailboxes of the settings, never an address somebody types. */
export default function SenderInput(props: InputProps) {
  const say = useSay();
  const senders = useGetSendersQuery();
  return (
    <Field.Root
      data-countersign="sender"
      name={props.name}
      error={props.error}
      hint={props.hint || say('field.sender-hint')}
      width="100%"
    >
      <Field.Label>{props.label}</Field.Label>
      <Loaded of={senders} skeleton={<Skeleton rows={1} height="4rem" />}>
        {(known) =>
          known.senders.length === 0 ? (
            <NoSenders />
          ) : (
            <SenderChoice {...props} senders={known.senders} />
          )
        }
      </Loaded>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function SenderChoice({
  name,
  value,
  disabled,
  error,
  onChange,
  senders,
}: InputProps & { readonly senders: readonly SenderShown[] }) {
  const say = useSay();
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const isGone = chosen !== null && !senders.some(({ id }) => id === chosen);
  return (
    <SingleSelect
      value={chosen}
      disabled={disabled}
      hasError={Boolean(error)}
      placeholder={say('field.sender-none')}
      onChange={(id) => onChange(name, id)}
      onClear={() => onChange(name, null)}
      clearLabel={say('field.clear')}
    >
      {senders.map(({ id, name: sender, address }) => (
        <SingleSelectOption key={id} value={id}>
          {`${sender} <${address}>`}
        </SingleSelectOption>
      ))}
      {isGone && <SingleSelectOption value={chosen}>{say('field.sender-gone')}</SingleSelectOption>}
    </SingleSelect>
  );
}

function NoSenders() {
  const say = useSay();
  const may = useMay();
  if (!may('settings.write')) return <Notice tone="info">{say('field.no-senders-ask')}</Notice>;
  return (
    <Notice
      tone="info"
      action={
        <Link tag={NavLink} to={paths.settings('senders')}>
          {say('field.no-senders-link')}
        </Link>
      }
    >
      {say('field.no-senders')}
    </Notice>
  );
}
