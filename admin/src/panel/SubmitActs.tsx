import { Button, Flex } from '@strapi/design-system';
import { Eye, Mail } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CampaignDetail } from '../../../server/src/contracts/campaigns';
import type { Allowance } from '../../../server/src/contracts/shapes';
import { useSendTestMutation, useSubmitMutation } from '../api/campaigns';
import { ActButton } from '../components/ActButton';
import { Notice } from '../components/Notice';
import { useAct } from '../components/useAct';
import { useSay } from '../words';
import { PreviewModal } from './PreviewModal';
import type { SavedCampaign } from './saved';

interface SubmitActsProps {
  readonly campaign: CampaignDetail;
  readonly saved: SavedCampaign;
  readonly isDirty: boolean;
}

// Said once, above the buttons.
const SAVE_FIRST: Allowance = { allowed: false, code: null, text: null };

/** Look at it, send it to oneself, ask a second person. */
export function SubmitActs({ campaign, saved, isDirty }: SubmitActsProps) {
  const say = useSay();
  const unless = (allowance: Allowance) => (isDirty && allowance.allowed ? SAVE_FIRST : allowance);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {isDirty && <Notice tone="warning">{say('panel.save-changes-first')}</Notice>}
      <PreviewButton campaign={campaign} saved={saved} />
      <TestButton id={campaign.id} locale={saved.locale} allowance={unless(campaign.can.test)} />
      {!campaign.edition && (
        <SubmitButton id={campaign.id} allowance={unless(campaign.can.submit)} />
      )}
    </Flex>
  );
}

function PreviewButton({ campaign, saved }: Omit<SubmitActsProps, 'isDirty'>) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" fullWidth startIcon={<Eye />} onClick={() => setOpen(true)}>
        {say('panel.preview')}
      </Button>
      {isOpen && (
        <PreviewModal campaign={campaign} locale={saved.locale} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface ActProps {
  readonly id: string;
  readonly allowance: Allowance;
}

function TestButton({ id, locale, allowance }: ActProps & { readonly locale: string | null }) {
  const say = useSay();
  const act = useAct();
  const { toggleNotification } = useNotification();
  const [sendTest, { isLoading }] = useSendTestMutation();
  const test = async () => {
    const sent = await act(() => sendTest({ id, locale: locale ?? undefined }).unwrap());
    if (!sent) return;
    const message = say('panel.test-sent', { left: sent.leftToday });
    toggleNotification({ type: 'success', message });
  };
  return (
    <ActButton
      allowance={allowance}
      variant="tertiary"
      fullWidth
      startIcon={<Mail />}
      loading={isLoading}
      onClick={test}
    >
      {say('panel.test')}
    </ActButton>
  );
}

function SubmitButton({ id, allowance }: ActProps) {
  const say = useSay();
  const act = useAct();
  const [submit, { isLoading }] = useSubmitMutation();
  return (
    <ActButton
      allowance={allowance}
      fullWidth
      loading={isLoading}
      onClick={() => act(() => submit(id).unwrap(), say('panel.submitted-done'))}
    >
      {say('panel.submit')}
    </ActButton>
  );
}
