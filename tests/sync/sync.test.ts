import { USER_UID } from '../../server/src/names';
import { addressOf } from '../support/sync/users';
import { createSyncTable } from '../support/sync/record';
import { openSite, type Column, type Site } from '../support/sync/site';
import type { Situation } from './situation';
import { ADDRESSES } from './situations/addresses';
import { CHANGING } from './situations/changing';
import { COMING } from './situations/coming';
import { DATES } from './situations/dates';
import { DOCUMENTS } from './situations/documents';
import { ELSEWHERE } from './situations/elsewhere';
import { GOING } from './situations/going';
import { LEAVING } from './situations/leaving';
import { MANY } from './situations/many';
import { SHARING } from './situations/sharing';
import { TROUBLE } from './situations/trouble';
import { TWO_SOURCES } from './situations/two-sources';

const SITUATIONS: readonly Situation[] = [
  ...[COMING, CHANGING, GOING, LEAVING, SHARING],
  ...[TWO_SOURCES, DOCUMENTS, DATES, ADDRESSES, TROUBLE, MANY, ELSEWHERE],
].flat();

const table = createSyncTable();
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  table.write();
  await site.close();
});

beforeEach(async () => {
  await site.empty();
  await site.users.register('ann');
  await site.users.register('bob');
  await site.reconcile();
});

const follow = async ({ refused }: Situation): Promise<void> => {
  if (refused === undefined) return site.follow();
  await expect(site.follow().catch(flat)).rejects.toThrow(refused);
};

/** What went wrong with each source, in one sentence. */
const flat = (trouble: unknown): never => {
  if (!(trouble instanceof AggregateError)) throw trouble;
  throw new Error(trouble.errors.map(String).join('; '));
};

const stateWith = (list: readonly string[], out: readonly string[] = []) => ({
  list: list.map(addressOf).sort(),
  out: [...out].sort(),
  readers: list.length,
});

/** What SQL did is nobody's to hear; then comes the next reconcile. */
const settle = async (situation: Situation, column: Column): Promise<string> => {
  await follow(situation);
  if (column === 'reconcile' || !situation.unheard) return 'right';
  expect((await site.state()).list).toEqual(stateWith(situation.unheard).list);
  await site.reconcile();
  return 'at the next reconcile';
};

describe.each(['hook', 'reconcile'] as const)('by %s', (column) => {
  it.each(SITUATIONS)('$title', async (situation) => {
    const end = table.note(situation.title, column);
    await situation.given?.(site);
    await site.settle();
    site.hearBy(column);
    await situation.when(site);

    const answer = await settle(situation, column);
    expect(await site.state()).toEqual(stateWith(situation.list, situation.out));
    await situation.also?.(site);
    end(situation.refused === undefined ? answer : 'stays, and says so');
  });
});

it('has no situation twice', () => {
  const titles = SITUATIONS.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  expect(titles.length).toBeGreaterThanOrEqual(60);
});

it('pauses at the start who has come through once, and stops at who never has', async () => {
  site.loseField(USER_UID, 'newsletterConsent');
  await expect(site.people.checkSources()).resolves.toBeUndefined();
  await site.empty();
  site.loseField(USER_UID, 'newsletterConsent');
  await expect(site.people.checkSources()).rejects.toThrow('sources[0] must name a boolean');
});
