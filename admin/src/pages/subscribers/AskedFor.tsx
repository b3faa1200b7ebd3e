import { Button, Typography, type ButtonProps } from '@strapi/design-system';
import { useState } from 'react';
import type { Allowance } from '../../../../server/src/contracts/shapes';
import { ActButton } from '../../components/ActButton';
import { FormModal, ModalForm } from '../../components/FormModal';
import { ReasonField } from '../../components/ReasonField';
import { useSay } from '../../words';

interface AskedForProps {
  readonly allowance: Allowance;
  /** The button. */
  readonly act: string;
  /** The one in the dialog; without it, the same. */
  readonly yes?: string;
  readonly title: string;
  /** What will happen, and what will not. */
  readonly consequence: string;
  /** Who reads the reason. */
  readonly hint?: string;
  readonly variant?: ButtonProps['variant'];
  readonly isLoading: boolean;
  /** Resolves to whether it was done. */
  readonly save: (reason: string) => Promise<boolean>;
}

/** An act that wants a reason, which others will read. */
export function AskedFor(props: AskedForProps) {
  const { allowance, act, title, variant } = props;
  if (!allowance.allowed) return <ActButton allowance={allowance}>{act}</ActButton>;
  return (
    <FormModal title={title} form={(onDone) => <ReasonForm {...props} onDone={onDone} />}>
      <Button variant={variant ?? 'secondary'}>{act}</Button>
    </FormModal>
  );
}

function ReasonForm({
  act,
  yes,
  consequence,
  hint,
  variant,
  isLoading,
  save,
  onDone,
}: AskedForProps & { readonly onDone: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  const answer = async () => {
    setTried(true);
    return !isMissing && save(reason.trim());
  };
  return (
    <ModalForm
      {...{ onDone, isLoading, variant }}
      save={answer}
      yes={yes ?? act}
      trouble={undefined}
    >
      <Typography>{consequence}</Typography>
      <ReasonField
        label={say('people.rights-reason')}
        hint={hint ?? say('people.rights-reason-hint')}
        value={reason}
        error={wasTried && isMissing ? say('people.rights-reason-missing') : undefined}
        onChange={setReason}
      />
    </ModalForm>
  );
}
