import type { Mailbox } from '../editions/content';
import { cleanLine } from '../messages/characters';
import { asciiAddress, asciiDomain } from '../messages/mime/mailbox';
import {
  complain,
  isShort,
  MAX_TEXT,
  textsOf,
  wrong,
  type Complaint,
  type Setting,
} from './setting';

/** Somebody a campaign may be sent as; made in the settings, chosen by its id. */
export interface Sender extends Mailbox {
  readonly id: string;
  readonly replyTo: string | null;
  /** Right-hand side of return-paths and Message-IDs; the address's own domain unless set. */
  readonly returnPathDomain: string;
}

/** The name under which they are kept. */
export const SENDERS_SETTING = 'senders';

const MAX_SENDERS = 100;

/** All complaints together; nothing set is no sender. */
export function parseSenders(raw: unknown): Setting<readonly Sender[]> {
  if (raw === null || raw === undefined) return { ok: true, value: [] };
  if (!Array.isArray(raw) || raw.length > MAX_SENDERS) {
    return complain([{ place: 'senders', expected: `a list of at most ${MAX_SENDERS}` }]);
  }
  const read = raw.map((entry: unknown, at) => parseSender(entry, `senders[${at}]`));
  const complaints = [...read.flatMap(({ complaints }) => complaints), ...doubled(raw)];
  if (complaints.length > 0) return complain(complaints);
  return { ok: true, value: read.map(({ sender }) => sender) };
}

function parseSender(
  raw: unknown,
  place: string,
): { sender: Sender; complaints: readonly Complaint[] } {
  const { id, name, address, replyTo, returnPathDomain } = textsOf(raw);
  const ascii = asciiAddress(address ?? '');
  const reply = replyTo ? asciiAddress(replyTo) : null;
  const domain = asciiDomain(returnPathDomain || ascii?.split('@')[1] || '');
  const complaints = [
    wrong(!isSenderId(id), `${place}.id`, 'a short name of a–z, 0–9 and -'),
    wrong(!isShort(name), `${place}.name`, `a name of 1 to ${MAX_TEXT} characters`),
    wrong(ascii === undefined, `${place}.address`, 'exactly one e-mail address'),
    wrong(reply === undefined, `${place}.replyTo`, 'exactly one e-mail address, or nothing'),
    wrong(
      domain === undefined && Boolean(returnPathDomain || ascii),
      `${place}.returnPathDomain`,
      'a domain, or nothing',
    ),
  ].flat();
  const sender = {
    id: id ?? '',
    name: cleanLine(name ?? ''),
    address: ascii ?? '',
    replyTo: reply ?? null,
    returnPathDomain: domain ?? '',
  };
  return { sender, complaints };
}

const isSenderId = (id: string | undefined): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(id ?? '');

function doubled(raw: readonly unknown[]): readonly Complaint[] {
  const ids = raw.map((entry) => textsOf(entry).id);
  return ids.flatMap((id, at) =>
    wrong(ids.indexOf(id) < at, `senders[${at}].id`, 'an id no other sender has'),
  );
}
