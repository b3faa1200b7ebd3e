import { TextButton } from '@strapi/design-system';
import { Confirm } from '../components/Confirm';
import { useSay } from '../words';

/** Asks once: the words do not come back. */
export function TakeBack({ onYes }: { readonly onYes: () => unknown }) {
  const say = useSay();
  return (
    <Confirm
      title={say('comments.take-back-question')}
      text={say('comments.take-back-consequence')}
      yes={say('comments.take-back')}
      onYes={onYes}
    >
      <TextButton>{say('comments.take-back')}</TextButton>
    </Confirm>
  );
}
