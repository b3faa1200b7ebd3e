import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { readRefusal } from '../refusal';
import { useSay } from '../words';
import { Notice } from './Notice';

/** Something could not be loaded: why, and the way on. */
export function Trouble({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: () => unknown;
}) {
  const say = useSay();
  const { text } = readRefusal(error, say);
  return (
    <Notice
      tone="danger"
      isUrgent
      title={say('shared.not-loaded')}
      action={
        retry && (
          <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => retry()}>
            {say('shared.try-again')}
          </Button>
        )
      }
    >
      {text}
    </Notice>
  );
}
