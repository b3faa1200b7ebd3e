import { Button, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useImportMutation } from '../../../api/imports';
import { ActButton } from '../../../components/ActButton';
import { FormModal, ModalForm } from '../../../components/FormModal';
import { ReasonField } from '../../../components/ReasonField';
import { useFormat } from '../../../components/format';
import { useAct } from '../../../components/useAct';
import { useAllowance } from '../../../components/useAllowance';
import { paths } from '../../../paths';
import { useSay, type Word } from '../../../words';

const REASONS: readonly (readonly [string, Word])[] = [
  ['unsubscribed', 'imports.because-unsubscribed'],
  ['hard-bounce', 'imports.because-hard-bounce'],
  ['complaint', 'imports.because-complaint'],
  ['by-hand', 'imports.because-by-hand'],
];

/** An old tool's suppressions, for a second person to allow. */
export function ImportFile() {
  const say = useSay();
  const allowance = useAllowance('subscriber.write', 'suppressions.may-not-add');
  if (!allowance.allowed) return <ActButton allowance={allowance}>{say('imports.ask')}</ActButton>;
  return (
    <FormModal title={say('imports.ask-title')} form={(onDone) => <FileForm onDone={onDone} />}>
      <Button variant="secondary" startIcon={<Upload />}>
        {say('imports.ask')}
      </Button>
    </FormModal>
  );
}

function FileForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [file, setFile] = useState<File>();
  const [because, setBecause] = useState('unsubscribed');
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { bring, isLoading } = useBring();
  const save = async () => {
    setTried(true);
    if (!file || reason.trim() === '') return false;
    return bring({ text: await file.text(), because, reason: reason.trim() });
  };
  const missing = (isMissing: boolean, word: Word) =>
    wasTried && isMissing ? say(word) : undefined;
  return (
    <ModalForm {...{ save, onDone, isLoading }} yes={say('imports.ask-yes')} trouble={undefined}>
      <Typography>{say('imports.ask-consequence')}</Typography>
      <Field.Root
        required
        hint={say('imports.file-hint')}
        error={missing(!file, 'imports.file-missing')}
      >
        <Field.Label>{say('imports.file')}</Field.Label>
        <Field.Input
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root>
        <Field.Label>{say('imports.because')}</Field.Label>
        <SingleSelect value={because} onChange={(value) => setBecause(String(value))}>
          {REASONS.map(([value, word]) => (
            <SingleSelectOption key={value} value={value}>
              {say(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <ReasonField
        label={say('imports.reason')}
        hint={say('imports.reason-hint')}
        value={reason}
        error={missing(reason.trim() === '', 'imports.reason-missing')}
        onChange={setReason}
      />
    </ModalForm>
  );
}

/** And shows where it waits now. */
function useBring() {
  const say = useSay();
  const act = useAct();
  const navigate = useNavigate();
  const { number } = useFormat();
  const [bringFile, { isLoading }] = useImportMutation();
  const bring = async (wish: Parameters<typeof bringFile>[0]): Promise<boolean> => {
    const asked = await act(
      () => bringFile(wish).unwrap(),
      ({ addresses }) =>
        say('imports.ask-done', { count: addresses, addresses: number(addresses) }),
    );
    if (asked) navigate(paths.imports);
    return asked !== undefined;
  };
  return { bring, isLoading };
}
