import { AsyncResource } from 'node:async_hooks';
import { createListStore } from '../../server/src/adapters/store/lists';
import { campaignHash } from '../../server/src/domain/campaigns/hash';
import { createSubmitCampaign, type SubmitAnswer } from '../../server/src/flows/submit-campaign';
import { TABLES } from '../../server/src/names';
import { aLocale } from '../support/campaigns';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { openOffice, type Office } from '../support/editorial-office';

let room: Office;
beforeAll(async () => {
  room = await openOffice();
});
afterAll(() => room.close());

const ANN = asking('ann');

describe('two at once', () => {
  it('lets one of two submitters win and tells the other', async () => {
    const { id } = await room.written();
    const answers = await Promise.all([
      room.submitting.submit(id, ANN),
      room.submitting.submit(id, asking('bob')),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-open' });
    expect(await room.editions.list({ campaignId: id, limit: 5 })).toHaveLength(1);
  });

  it('freezes nothing when the campaign was changed meanwhile', async () => {
    const campaign = await room.written();
    room.world.duringRender = async () => {
      room.world.duringRender = async () => undefined;
      await room.campaigns.write({ ...campaign, locales: [aLocale({ subject: 'Another' })] });
    };
    const answer = await room.submitting.submit(campaign.id, ANN);
    expect(answer).toEqual({ ok: false, reason: 'somebody-was-first' });
    expect(await room.editions.findOpen(campaign.id)).toBeNull();
  });

  it('never leaves an edition in review of what a change under way has replaced', async () => {
    const campaign = await room.written();
    const isFar = signal();
    const { submit } = createSubmitCampaign({
      ...room.submitDeps,
      campaigns: { ...room.campaigns, readLocked: isFar.before(room.campaigns.readLocked) },
      editions: { ...room.editions, insert: isFar.after(room.editions.insert) },
    });
    let submitted: Promise<SubmitAnswer> | undefined;
    await room.transactions.within(async () => {
      await room.campaigns.write({ ...campaign, locales: [aLocale({ subject: 'Another' })] });
      await room.noticing.written(campaign.id, asking('bob'));
      submitted = outside(() => submit(campaign.id, ANN));
      // SQLite has one connection: there the submit cannot even begin before the change is through.
      if (room.db.dialect !== 'sqlite') await isFar.given;
    });
    await submitted;
    const open = await room.editions.findOpen(campaign.id);
    const now = await room.campaigns.read(campaign.id);
    expect(open === null || (now && campaignHash(now)) === open.campaignHash).toBe(true);
  });

  it('never leaves an edition that knows nothing of who is changing a source of its list', async () => {
    const first = await room.submitted();
    const wentOut = { state: 'sent', started_at: NOON, open_campaign: null };
    await room.db.within(async (k) =>
      room.db.table(k, TABLES.editions).where({ id: first.id }).update(wentOut),
    );
    const lists = createListStore(room.db);
    await lists.ensure({ id: 'newsletter', name: 'Newsletter' }, NOON);
    room.world.now += 60_000;
    const { id } = await room.written();
    const isFar = signal();
    const turns = jest.fn(() => isFar.before(lists.takeTurn)(null));
    const { submit } = createSubmitCampaign({
      ...room.submitDeps,
      lists: { ...room.submitDeps.lists, takeTurn: turns },
      hands: {
        ...room.hands,
        freeze: (...held) => isFar.after(() => room.hands.freeze(...held))(null),
      },
    });
    let submitted: Promise<SubmitAnswer> | undefined;
    await room.transactions.within(async () => {
      await lists.takeTurn();
      await room.listRepointed('newsletter', asking('cat'));
      submitted = outside(() => submit(id, ANN));
      if (room.db.dialect !== 'sqlite') await isFar.given;
    });
    const answer = await submitted;
    if (!answer?.ok) throw new Error('not submitted');
    const hands = await room.hands.in(answer.value);
    expect(hands.map(({ person }) => person)).toEqual(['ann', 'cat']);
    // On SQLite one waits for the other without it.
    expect(turns).toHaveBeenCalledTimes(1);
  });

  it('voids what was submitted a moment before somebody changes a source of its list', async () => {
    const lists = createListStore(room.db);
    await lists.ensure({ id: 'newsletter', name: 'Newsletter' }, NOON);
    const { id } = await room.written();
    let changed: Promise<void> | undefined;
    const change = () =>
      room.transactions.within(async () => {
        await lists.takeTurn();
        await room.listRepointed('newsletter', asking('cat'));
      });
    const { submit } = createSubmitCampaign({
      ...room.submitDeps,
      lists: { ...room.submitDeps.lists, takeTurn: lists.takeTurn },
      hands: {
        ...room.hands,
        freeze: async (...held) => {
          changed = outside(change);
          await room.hands.freeze(...held);
        },
      },
    });
    const answer = await submit(id, ANN);
    await changed;
    if (!answer.ok) throw new Error('not submitted');
    expect(await room.stateOf(answer.value.id)).toBe('void');
  });
});

/** Begins outside the transaction that is open around the caller. */
const outside = AsyncResource.bind(<T>(work: () => Promise<T>): Promise<T> => work());

/** Given when one of the wrapped functions is called, or is done. */
function signal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  const before =
    <A, T>(act: (argument: A) => Promise<T>) =>
    (argument: A): Promise<T> => {
      give();
      return act(argument);
    };
  const after =
    <A, T>(act: (argument: A) => Promise<T>) =>
    async (argument: A): Promise<T> => {
      const answer = await act(argument);
      give();
      return answer;
    };
  return { given, before, after };
}
