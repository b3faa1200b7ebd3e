import type { Outcome } from '../../domain/delivery/outcome';
import { newId } from '../../domain/ids';
import { formatDate } from '../../domain/messages/mime/date';
import { sampleLinks } from '../../domain/messages/sample';
import type { Chance, Clock, NotBegun, OneMessage, SendingThread } from '../../ports';

interface Means {
  readonly thread: Pick<SendingThread, 'prepare' | 'send' | 'forget'>;
  readonly transportId: string;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly chance: Chance;
}

const PATIENCE_MS = 60_000;

/** By the same thread as everything else, so signed and journaled alike. */
export const createOneMessage = (means: Means): OneMessage => ({
  send: async ({ mime, ...addressed }) => {
    const { thread, transportId, clock, chance } = means;
    const id = `one-${newId(clock.now(), chance.bytes(10))}`;
    let outcome: Outcome | NotBegun | null = null;
    thread.prepare(id, mime);
    try {
      await thread.send({
        transportId,
        messages: [outgoingOf(means, id, addressed)],
        beginBefore: clock.now() + PATIENCE_MS,
        enough: 1,
        onOutcomes: async ([settled]) => {
          outcome = settled?.outcome ?? outcome;
        },
      });
    } finally {
      thread.forget(id);
    }
    return isAccepted(outcome);
  },
});

const isAccepted = (outcome: Outcome | NotBegun | null): boolean => outcome?.kind === 'accepted';

const outgoingOf = (
  { publicUrl, clock }: Means,
  id: string,
  { from, domain, to }: { readonly from: string; readonly domain: string; readonly to: string },
) => ({
  deliveryId: id,
  editionKey: id,
  to,
  envelopeFrom: from,
  values: {
    to,
    date: formatDate(clock.now()),
    'message-id': `cs.${id}@${domain}`,
    ...sampleLinks(publicUrl),
  },
});
