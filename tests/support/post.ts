import { systemChance } from '../../server/src/adapters/clock';
import { createOneMessage } from '../../server/src/adapters/mail/one-message';
import { fillMime } from '../../server/src/domain/messages/mime/fill';
import type { MimePiece } from '../../server/src/domain/messages/message';
import type { Clock, SendingThread } from '../../server/src/ports';
import { accepted, later } from './fake-sender';

interface Caught {
  readonly to: string;
  readonly bytes: string;
}

/** One message at a time to a relay that takes everything, unless told to take nothing. */
export function createPost(clock: Clock) {
  const mimes = new Map<string, readonly MimePiece[]>();
  const caught: Caught[] = [];
  const thread: Pick<SendingThread, 'prepare' | 'send' | 'forget'> = {
    prepare: (key, mime) => void mimes.set(key, mime),
    forget: (key) => void mimes.delete(key),
    send: async ({ messages, onOutcomes }) => {
      for (const { editionKey, to, values } of messages) {
        caught.push({ to, bytes: String(fillMime(mimes.get(editionKey) ?? [], values)) });
      }
      const outcome = post.refuses ? later : accepted;
      await onOutcomes(messages.map(({ deliveryId }) => ({ deliveryId, outcome })));
    },
  };
  const means = { thread, transportId: 'relay', publicUrl: 'https://cms.example.com' };
  const post = {
    refuses: false,
    caught,
    sentTo: () => caught.map(({ to }) => to),
    mail: createOneMessage({ ...means, clock, chance: systemChance }),
  };
  return post;
}
