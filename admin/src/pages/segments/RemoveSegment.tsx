import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useRemoveSegmentMutation } from '../../api/segments';
import { Confirm } from '../../components/Confirm';
import { useAct } from '../../components/useAct';
import type { Segment } from '../../segments/rule';
import { useSay } from '../../words';

interface RemoveSegmentProps {
  readonly segment: Segment;
}

/** Asks first; where campaigns use it, says that instead. */
export function RemoveSegment({ segment }: RemoveSegmentProps) {
  return segment.usedBy.campaigns > 0 ? <InUse segment={segment} /> : <Remove segment={segment} />;
}

function Remove({ segment: { id, name } }: RemoveSegmentProps) {
  const say = useSay();
  const act = useAct();
  const [remove, { isLoading }] = useRemoveSegmentMutation();
  return (
    <Confirm
      title={say('segments.remove-question', { name })}
      text={say('segments.remove-consequence')}
      yes={say('segments.remove')}
      onYes={() => act(() => remove(id).unwrap(), say('segments.removed', { name }))}
    >
      <IconButton label={say('segments.remove-of', { name })} disabled={isLoading}>
        <Trash />
      </IconButton>
    </Confirm>
  );
}

function InUse({ segment: { name, usedBy } }: RemoveSegmentProps) {
  const say = useSay();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton label={say('segments.remove-of', { name })}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog
        title={say('segments.remove-not', { name })}
        startAction={
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('shared.close')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={<></>}
      >
        {say('segments.remove-in-use', { count: usedBy.campaigns })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
