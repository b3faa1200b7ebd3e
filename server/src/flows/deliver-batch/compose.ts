import { editionKey } from '../../domain/delivery/edition-key';
import { messageIdOf } from '../../domain/delivery/message-id';
import type { TokenKey } from '../../domain/delivery/signing';
import { unsubscribeToken } from '../../domain/delivery/unsubscribe-token';
import { returnPathOf } from '../../domain/delivery/verp';
import type { FullEdition } from '../../domain/editions/edition';
import { formatDate } from '../../domain/messages/mime/date';
import { readerLinks } from '../../domain/messages/sample';
import { readSealText, sealContext } from '../../domain/subscribers/sealed';
import type { DueDelivery, KeyPurpose, OutgoingMessage } from '../../ports';
import type { DeliverDeps } from './deps';

/** @throws if the reader's seal does not open */
export type Compose = (delivery: DueDelivery) => OutgoingMessage;

/** What differs from reader to reader; the only place where sending sees an address. */
export function composer(
  { keys, clock }: Pick<DeliverDeps, 'keys' | 'clock'>,
  { id: editionId, content }: FullEdition,
): Compose {
  const keyFor = (purpose: KeyPurpose): TokenKey => ({
    id: keys.currentId,
    secret: keys.rawKey(purpose),
  });
  const [verp, messageId, unsubscribe] = [
    keyFor('verp'),
    keyFor('message-id'),
    keyFor('unsubscribe'),
  ];
  const { returnPathDomain: domain, publicUrl } = content;
  const listIds = content.audience.include;

  return ({ id, subscriberId, locale, reader }) => {
    if (!reader?.sealed) throw new Error(`no address for delivery ${id}`);
    const { address, name } = readSealText(
      keys.unseal(reader.sealed, sealContext(reader.addressHash)),
    );
    const token = unsubscribeToken({ subscriberId, editionId, listIds }, unsubscribe);
    return {
      deliveryId: id,
      editionKey: editionKey(editionId, locale),
      to: address,
      envelopeFrom: returnPathOf(id, domain, verp),
      values: {
        to: address,
        date: formatDate(clock.now()),
        'message-id': messageIdOf(id, domain, messageId),
        ...readerLinks(publicUrl, token),
        'subscriber.locale': locale,
        ...(name === null ? {} : { 'subscriber.name': name }),
      },
    };
  };
}
