import type { Asking } from '../access/asking';

/** What the audit trail says was done or refused, named `room.act`. */
export const ACTS = [
  'campaign.test',
  'edition.submit',
  'edition.approve',
  'edition.send-back',
  'edition.withdraw',
  'edition.expire',
  'edition.void',
  'comment.add',
  'comment.take-back',
  'edition.start',
  'edition.begin',
  'edition.hold',
  'edition.pause',
  'edition.resume',
  'edition.cancel',
  'edition.finish',
  'edition.reopen',
  'delivery.close',
  'delivery.resend',
  'stop.everything',
  'stop.lift',
  'subscriber.suppress',
  'subscriber.lift',
  'subscriber.reveal',
  'subscriber.access',
  'subscriber.search',
  'subscriber.erase',
  'subscriber.choose',
  'subscriber.pause',
  'subscriber.space',
  'subscriber.resume',
  'subscriber.language',
  'sign-up.confirm',
  'export.ask',
  'export.allow',
  'export.refuse',
  'export.withdraw',
  'export.download',
  'import.begin',
  'import.ask',
  'import.allow',
  'import.refuse',
  'import.withdraw',
  'import.done',
  'list.let-go',
  'list.keep',
  'segment.create',
  'segment.change',
  'segment.remove',
  'source.create',
  'source.change',
  'source.remove',
  'settings.senders',
  'settings.identity',
  'allow-list.begin',
  'allow-list.propose',
  'allow-list.confirm',
  'allow-list.discard',
  'allow-list.refuse',
  'account.change',
  'address.ask',
  'address.confirm',
  'audit.drop',
  'database.restored',
  'database.unmarked',
] as const;
export type Act = (typeof ACTS)[number];

/** The house itself, when no person asked. */
export const THE_HOUSE: Asking = { person: '', door: 'house', ip: null };

/** The token is the reader's only name, and their address is nobody's business. */
export const OF_A_READER: Asking = { person: '', door: 'public', ip: null };

export interface Told {
  readonly at: number;
  readonly person: string | null;
  readonly door: string;
  readonly act: string;
  readonly result: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly ip?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A row for the audit trail. `detail` holds no personal data: codes, numbers, hashes. */
export function told(
  by: Asking,
  what: {
    readonly act: Act;
    readonly result: string;
    readonly subject: Told['subject'];
    readonly at: number;
    readonly detail?: Told['detail'];
  },
): Told {
  return {
    ...what,
    person: by.person === '' ? null : by.person,
    door: by.door,
    ...(by.ip === null ? {} : { ip: by.ip }),
  };
}
