import type { Identity } from '../../server/src/domain/editions/content';
import type { Edition } from '../../server/src/domain/editions/edition';
import type { Rule, Segment } from '../../server/src/domain/segments/rule';
import { createChangeSettings } from '../../server/src/flows/change-settings';
import { createKeepSegments } from '../../server/src/flows/keep-segments';
import { aColleague } from '../support/asking';
import { barredFrom, BOB, type By, CAT, DAN, goneOut, SEEN } from '../support/barred';
import { aLocale } from '../support/campaigns';
import { IDENTITY, openOffice, SENDERS, type Office } from '../support/editorial-office';
import { NOON } from '../support/editions';

const GOLD: Rule = { kind: 'text', attribute: 'plan', is: 'equal', value: 'gold' };
const PLAN = { name: 'plan', kind: 'text', field: 'other' } as const;
const GUESTS = { list: 'guests', fields: { email: 'mail', consent: 'agreed' } };
const ANYBODY: Rule = { kind: 'not', rule: GOLD };

let room: Office;
let segments: ReturnType<typeof createKeepSegments>;
let settings: ReturnType<typeof createChangeSettings>;
beforeEach(async () => {
  room = await openOffice();
  room.world.colleagues.set('dan', aColleague('dan'));
  const counted = { ruleCounter: { count: async () => ({ readers: 3, of: 9 }) } };
  const unused = { segmentUses: { campaigns: async () => new Map<string, number>() } };
  segments = createKeepSegments({ ...room.submitDeps, ...room, ...counted, ...unused });
  settings = createChangeSettings(room);
});
afterEach(() => room.close());

/** Everything happens a minute after what was before it. */
const later = () => (room.world.now += 60_000);

async function made(by: By, name = 'Tokyo staff'): Promise<Segment> {
  later();
  const kept = await segments.create(by, { name, rule: GOLD });
  if (kept.ok) return kept.value;
  throw new Error(kept.reason);
}

async function changed(segment: Segment, by: By, change: Partial<Segment>): Promise<Segment> {
  later();
  const kept = await segments.change(segment, by, { ...segment, ...change });
  if (kept.ok) return kept.value;
  throw new Error(kept.reason);
}

/** Ann's, to a segment if one is named. */
async function submitted(...ids: readonly string[]): Promise<Edition> {
  later();
  return room.submitted({ audience: { include: ['newsletter'], exclude: [], segments: ids } });
}

const wentOut = (edition: Edition, by: By) => goneOut(room, edition, by);
const barred = (edition: Edition) => barredFrom(room, edition);

const identity = (change: Partial<Identity>) => ({ ...IDENTITY, ...change });
const senders = (change: object) => SENDERS.map((one) => ({ ...one, ...change }));

describe('a hand in an edition', () => {
  it('has who wrote a segment that it goes to, though they never touched the campaign', async () => {
    const { id } = await changed(await made(CAT), BOB, { rule: ANYBODY });
    const edition = await submitted(id);
    expect(await barred(edition)).toEqual(['bob', 'cat']);
    expect(await room.reviewing.approve(edition.id, BOB, SEEN)).toMatchObject({
      reason: 'own-hand',
      refusals: [{ because: 'own-hand', through: 'set-up' }],
    });
    expect(await room.reviewing.approve(edition.id, DAN, SEEN)).toMatchObject({ ok: true });
  });

  it('has who changed its sender or the identity', async () => {
    await wentOut(await submitted(), DAN);
    await settings.setSenders(senders({ replyTo: 'bob@elsewhere.example' }), BOB);
    await settings.setIdentity(identity({ contact: 'cat@elsewhere.example' }), CAT);
    expect(await barred(await submitted())).toEqual(['bob', 'cat']);
  });

  it('has who changed what fills its list, or one that it leaves out', async () => {
    await wentOut(await submitted(), DAN);
    await room.listRepointed('newsletter', BOB);
    await room.listRepointed('guests', CAT);
    expect(await barred(await submitted())).toEqual(['bob']);
    const audience = { include: ['newsletter'], exclude: ['guests'] };
    const edition = await room.submitted({ audience });
    expect(await barred(edition)).toEqual(['bob', 'cat']);
    await wentOut(edition, DAN);
    expect(await barred(await submitted())).toEqual([]);
    // Who signed that one saw nobody of those who were left out.
    const toGuests = { audience: { include: ['guests'], exclude: [] } };
    expect(await barred(await room.submitted(toGuests))).toEqual(['cat']);
    expect(await barred(await room.submitted({ audience }))).toEqual([]);
  });

  it('has who changed what a segment asks for, by a source of whatever list', async () => {
    const { id } = await made(DAN);
    await wentOut(await submitted(), DAN);
    await room.repointed([{ ...GUESTS, attributes: [PLAN] }], BOB);
    await room.repointed([{ ...GUESTS, attributes: [{ ...PLAN, name: 'visits' }] }], CAT);
    expect(await barred(await submitted())).toEqual([]);
    const edition = await submitted(id);
    expect(await barred(edition)).toEqual(['bob', 'dan']);
    await wentOut(edition, CAT);
    expect(await barred(await submitted(id))).toEqual([]);
  });

  it('has who changed under which name, or in which language, it comes to readers', async () => {
    await wentOut(await submitted(), DAN);
    await room.repointed([{ ...GUESTS, fields: { ...GUESTS.fields, name: 'called' } }], BOB);
    await room.repointed([{ ...GUESTS, fields: { ...GUESTS.fields, locale: 'tongue' } }], CAT);
    expect(await barred(await submitted())).toEqual(['bob']);
    const plain = { subject: 'Autumn' };
    expect(await barred(await room.submitted(plain))).toEqual([]);
    const inTwo = [aLocale(plain), aLocale({ subject: '秋' }, 'ja')];
    expect(await barred(await room.submitted({}, inTwo))).toEqual(['cat']);
  });

  it('has not who set the sender and the identity of a site nothing has gone out of', async () => {
    await room.listRepointed('newsletter', DAN);
    await settings.setSenders(senders({ replyTo: 'bob@elsewhere.example' }), BOB);
    await settings.setIdentity(identity({ contact: 'cat@elsewhere.example' }), CAT);
    expect(await barred(await submitted())).toEqual([]);
  });

  it('has not who changed another sender or segment, or saved one as it was', async () => {
    const segment = await made(CAT);
    await made(DAN, 'Kyoto staff');
    await settings.setSenders([...SENDERS, { ...SENDERS[0], id: 'other' }], BOB);
    await settings.setIdentity(IDENTITY, BOB);
    await changed(segment, DAN, {});
    expect(await barred(await submitted(segment.id))).toEqual(['cat']);
  });

  it('has who changed a part for a moment and put it back', async () => {
    await wentOut(await submitted(), DAN);
    await settings.setIdentity(identity({ name: 'For a moment' }), BOB);
    await settings.setIdentity(IDENTITY, BOB);
    expect(await barred(await submitted())).toEqual(['bob']);
  });

  it('has not who changed a part after it was submitted: it holds a copy', async () => {
    const segment = await made(CAT);
    const edition = await submitted(segment.id);
    await changed(segment, BOB, { rule: ANYBODY });
    expect(await barred(edition)).toEqual(['cat']);
  });
});

describe('a hand through a part', () => {
  it('ends when an edition with the very same value has gone out', async () => {
    const { id } = await made(BOB);
    await wentOut(await submitted(id), CAT);
    expect(await barred(await submitted(id))).toEqual([]);
  });

  it('does not end while that edition only waits or is approved', async () => {
    const { id } = await made(BOB);
    const first = await submitted(id);
    expect(await barred(await submitted(id))).toEqual(['bob']);
    await room.reviewing.approve(first.id, CAT, SEEN);
    expect(await barred(await submitted(id))).toEqual(['bob']);
  });

  it('does not end with an edition that held another value, by one letter of a name', async () => {
    const segment = await made(BOB);
    await wentOut(await submitted(segment.id), CAT);
    await changed(segment, DAN, { name: 'Tokyo Staff' });
    expect(await barred(await submitted(segment.id))).toEqual(['bob', 'dan']);
  });

  it('begins anew for who brings back what went out before', async () => {
    await settings.setSenders(senders({ name: 'Old name' }), CAT);
    await wentOut(await submitted(), DAN);
    await settings.setSenders(senders({ name: 'New name' }), CAT);
    await wentOut(await submitted(), DAN);
    await settings.setSenders(senders({ name: 'Old name' }), BOB);
    expect(await barred(await submitted())).toEqual(['bob', 'cat']);
  });

  it('stays what it was in an edition that is long over', async () => {
    const { id } = await made(BOB);
    const first = await submitted(id);
    await wentOut(first, CAT);
    await wentOut(await submitted(id), BOB);
    expect((await room.hands.in(first)).map(({ person }) => person)).toEqual(['ann', 'bob']);
  });

  it('is none in the campaign, nor in a copy of it', async () => {
    const { id } = await made(BOB);
    const { campaignId } = await submitted(id);
    await room.hands.inherit(campaignId, 'copy', NOON);
    expect(await room.hands.of('copy')).toMatchObject([{ person: 'ann' }]);
    expect(await room.hands.touchedBy('bob')).toEqual([]);
  });
});

describe("an approver's account", () => {
  const takenOver = () =>
    room.world.accountChanges.push({ account: 'cat', kind: 'password', by: 'bob', at: NOON });

  it('is not quiet if who wrote the segment has got into it', async () => {
    await wentOut(await submitted(), DAN);
    takenOver();
    const { id } = await made(BOB);
    const edition = await submitted(id);
    expect(await room.reviewing.obstacle(edition.id, CAT)).toMatchObject({
      because: 'account-not-quiet',
      others: ['dan'],
    });
  });

  it('may have been made by who set the site up, for the first that goes out', async () => {
    takenOver();
    const { id } = await made(BOB);
    expect(await room.reviewing.obstacle((await submitted(id)).id, CAT)).toBeNull();
  });
});
