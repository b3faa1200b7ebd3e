import { Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { CampaignDetail } from '../../../server/src/contracts/campaigns';
import { useGetPreviewQuery } from '../api/campaigns';
import { Loaded } from '../components/Loaded';
import { Skeleton } from '../components/Skeleton';
import { LanguageChoice } from '../message/LanguageChoice';
import { MessageFrame } from '../message/MessageFrame';
import { ViewChoice } from '../message/ViewChoice';
import { FIRST_VIEW } from '../message/view';
import { useSay } from '../words';

interface PreviewModalProps {
  readonly campaign: CampaignDetail;
  readonly locale: string | null;
  readonly onClose: () => void;
}

/** The mail as it is saved now, as a masked sample reader would get it. */
export function PreviewModal({ campaign, locale, onClose }: PreviewModalProps) {
  const say = useSay();
  const [view, setView] = useState(FIRST_VIEW);
  const [chosen, choose] = useState(locale ?? campaign.locales[0] ?? '');
  const preview = useGetPreviewQuery(
    { id: campaign.id, locale: chosen || undefined },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content style={{ width: '90vw', maxWidth: '96rem' }}>
        <Modal.Header closeLabel={say('shared.close')}>
          <Modal.Title>{say('panel.preview-of', { name: campaign.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex justifyContent="space-between" gap={4} wrap="wrap">
              <LanguageChoice locales={campaign.locales} locale={chosen} onChange={choose} />
              <ViewChoice view={view} onChange={setView} />
            </Flex>
            <Loaded of={preview} skeleton={<Skeleton rows={1} height="60vh" />}>
              {(message) => <MessageFrame message={message} view={view} />}
            </Loaded>
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
