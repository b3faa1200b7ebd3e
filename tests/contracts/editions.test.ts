import { createEditionStore } from '../../server/src/adapters/store/editions';
import type { FullEdition } from '../../server/src/domain/editions/edition';
import { fingerprintOf } from '../../server/src/domain/editions/fingerprint';
import { TABLES } from '../../server/src/names';
import type { EditionStore } from '../../server/src/ports';
import { openDatabase, type TestDatabase } from '../support/database';
import { aContent, aFullEdition, aMessage, NOON } from '../support/editions';

let database: TestDatabase;
let store: EditionStore;
beforeAll(async () => {
  database = await openDatabase();
  store = createEditionStore(database.db);
});
afterAll(() => database.close());

let count = 0;
/** In a campaign of its own; ids grow. */
function fresh(change: Partial<FullEdition> = {}): FullEdition {
  count += 1;
  const id = `e${String(count).padStart(6, '0')}`;
  return aFullEdition({ id, campaignId: `campaign-${id}`, ...change });
}

async function stored(change: Partial<FullEdition> = {}): Promise<FullEdition> {
  const edition = fresh(change);
  await store.insert(edition);
  return edition;
}

const write = (id: string, change: Record<string, unknown>): Promise<unknown> =>
  database.db.within(async (k) =>
    database.db.table(k, TABLES.editions).where({ id }).update(change),
  );

describe('an edition in the database', () => {
  it('comes back byte for byte, whatever alphabet it was written in', async () => {
    const content = aContent({
      campaign: { id: 'c', name: '秋号 🍁 "quoted" \\ back' },
      messages: { ja: aMessage({ subject: ['山田 様 \u0000 \ud800 ｶﾞ'] }) },
    });
    const edition = await stored({
      content,
      name: '秋号 🍁',
      wishedAt: NOON,
      fingerprint: fingerprintOf(content),
    });
    const found = await store.findFull(edition.id);
    expect(found).toEqual(edition);
    expect(found && fingerprintOf(found.content)).toBe(edition.fingerprint);
  });

  it('is told without its content', async () => {
    const { content: _content, ...edition } = await stored();
    expect(await store.find(edition.id)).toEqual(edition);
  });

  it('is null when there is none', async () => {
    expect(await store.find('none')).toBeNull();
    expect(await store.findFull('none')).toBeNull();
    expect(await store.findOpen('none')).toBeNull();
  });

  it('gives content that was made unreadable a fingerprint that fits nothing', async () => {
    const edition = await stored();
    for (const content of ['{', '"text"', 'null', '']) {
      await write(edition.id, { content });
      const found = await store.findFull(edition.id);
      expect(found && fingerprintOf(found.content)).not.toBe(edition.fingerprint);
    }
  });
});

describe('one open edition for each campaign', () => {
  it('refuses a second while the first is open, and lets it in afterwards', async () => {
    const first = await stored();
    const second = fresh({ campaignId: first.campaignId });
    expect(await store.insert(second)).toBe(false);
    expect(await store.find(second.id)).toBeNull();
    await store.move(first.id, 'withdraw', { at: NOON });
    expect(await store.insert(second)).toBe(true);
    expect(await store.findOpen(first.campaignId)).toMatchObject({ id: second.id });
  });

  it('lets one of many win who submit at once', async () => {
    const { campaignId } = fresh();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => store.insert(fresh({ campaignId }))),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('leaves the transaction around a refused insert usable', async () => {
    const first = await stored();
    const other = fresh();
    await database.db.within(async () => {
      expect(await store.insert(fresh({ campaignId: first.campaignId }))).toBe(false);
      expect(await store.insert(other)).toBe(true);
    });
    expect(await store.find(other.id)).not.toBeNull();
  });

  it('tells which one is open, locked or not', async () => {
    const edition = await stored();
    expect(await store.findOpen(edition.campaignId)).toMatchObject({ id: edition.id });
    await database.db.within(async () => {
      expect(await store.lockOpen(edition.campaignId)).toMatchObject({ id: edition.id });
      await store.move(edition.id, 'void', { at: NOON });
      expect(await store.lockOpen(edition.campaignId)).toBeNull();
    });
  });
});

describe('a move', () => {
  it('goes along the table and nowhere else', async () => {
    const edition = await stored();
    expect(await store.move(edition.id, 'begin', { at: NOON })).toBeNull();
    expect(await store.move(edition.id, 'schedule', { at: NOON })).toMatchObject({
      state: 'scheduled',
    });
    expect(await store.move(edition.id, 'approve', { at: NOON })).toBeNull();
    expect(await store.find(edition.id)).toMatchObject({ state: 'scheduled' });
  });

  it('is won by one of two people at once', async () => {
    const edition = await stored();
    const answers = await Promise.all([
      store.move(edition.id, 'approve', { at: NOON }),
      store.move(edition.id, 'send-back', { at: NOON }),
      store.move(edition.id, 'withdraw', { at: NOON }),
    ]);
    expect(answers.filter((answer) => answer?.state === 'sent-back')).toHaveLength(
      answers[1] ? 1 : 0,
    );
    const final = await store.find(edition.id);
    expect(answers.filter((answer) => answer !== null).at(-1)?.state).toBeDefined();
    expect(['approved', 'sent-back', 'withdrawn']).toContain(final?.state);
    expect(answers[0] !== null && answers[1] !== null).toBe(false);
  });

  it('writes what it was given and leaves the rest', async () => {
    const edition = await stored({ state: 'freezing', expiresAt: 5, readers: null });
    const moved = await store.move(edition.id, 'begin', {
      at: NOON,
      readers: 7,
      freezeId: 'freeze-1',
    });
    expect(moved).toMatchObject({ state: 'sending', startedAt: NOON, readers: 7, expiresAt: 5 });
    const done = await store.move(edition.id, 'finish', { at: NOON + 1, finishedAt: NOON + 1 });
    expect(done).toMatchObject({
      state: 'sent',
      startedAt: NOON,
      finishedAt: NOON + 1,
      readers: 7,
    });
  });

  it('says why an edition is held, and forgets it when it goes on', async () => {
    const edition = await stored({ state: 'sending', startedAt: NOON });
    const held = await store.move(edition.id, 'hold', { at: NOON, heldBecause: 'drift' });
    expect(held).toMatchObject({ state: 'held', heldBecause: 'drift' });
    const resumed = await store.move(edition.id, 'resume', { at: NOON });
    expect(resumed).toMatchObject({ state: 'sending', heldBecause: null });
  });

  it('never resumes into sending what had not begun', async () => {
    const edition = await stored({ state: 'held', heldBecause: 'late' });
    expect(await store.move(edition.id, 'resume', { at: NOON })).toBeNull();
    expect(await store.move(edition.id, 'void', { at: NOON })).toMatchObject({ state: 'void' });
  });

  it('never voids what has begun', async () => {
    const edition = await stored({ state: 'held', heldBecause: 'seal', startedAt: NOON });
    expect(await store.move(edition.id, 'void', { at: NOON })).toBeNull();
  });

  it('is undone with the transaction around it', async () => {
    const edition = await stored();
    const work = database.db.within(async () => {
      await store.move(edition.id, 'approve', { at: NOON });
      throw new Error('the rest failed');
    });
    await expect(work).rejects.toThrow('the rest failed');
    expect(await store.find(edition.id)).toMatchObject({ state: 'in-review' });
  });
});

describe('a list of editions', () => {
  it('has the newest first and goes on where the last page ended', async () => {
    const { campaignId } = fresh();
    const all = [];
    for (let n = 0; n < 3; n += 1) all.push(await stored({ campaignId, state: 'void' }));
    const page = await store.list({ campaignId, limit: 2 });
    expect(page.map(({ id }) => id)).toEqual([all[2]?.id, all[1]?.id]);
    const rest = await store.list({ campaignId, limit: 2, before: page[1]?.id });
    expect(rest.map(({ id }) => id)).toEqual([all[0]?.id]);
  });

  it('holds only the states and times asked for', async () => {
    const { campaignId } = fresh();
    const due = await stored({ campaignId: `${campaignId}a`, state: 'scheduled', wishedAt: 10 });
    await stored({ campaignId: `${campaignId}b`, state: 'scheduled', wishedAt: 30 });
    await stored({ campaignId: `${campaignId}c`, state: 'approved', wishedAt: 10 });
    const found = await store.list({ states: ['scheduled'], wishedUntil: 20, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([due.id]);
  });

  it('tells what has waited for longer than it may, oldest first', async () => {
    const first = await stored({ expiresAt: 1 });
    const second = await stored({ state: 'approved', expiresAt: 2 });
    await stored({ expiresAt: 3 });
    await stored({ state: 'scheduled', expiresAt: 1 });
    expect((await store.findOverdue(3, 10)).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await store.findOverdue(3, 1)).toHaveLength(1);
  });
});
