import { STOP_SETTING } from '../../server/src/domain/delivery/stop';
import { aColleague, asking } from '../support/asking';
import { anApproval, DAY, MINUTE, NOON } from '../support/editions';
import { keepPostOffice, type PostOffice } from '../support/post-office';
import { precede } from '../support/precede';

const ann = asking('ann');

describe('starting an edition', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const heldBecause = async ({ id }: { id: string }) =>
    (await office.editions.find(id))?.heldBecause;
  const deliveriesOf = ({ id }: { id: string }) => office.rows('deliveries', { edition_id: id });
  const change = (id: string, row: object) =>
    office.db.within(async (k) => {
      await office.db.table(k, 'countersign_editions').where({ id }).update(row);
    });

  it('freezes its audience, wakes the workers and says how many readers there are', async () => {
    const { edition } = await office.addEditionTo(3);
    const started = await office.start.start(edition.id, ann);
    expect(started).toMatchObject({ ok: true, value: { state: 'sending', readers: 3 } });
    expect(await deliveriesOf(edition)).toHaveLength(3);
    expect(office.queue.waiting()).toHaveLength(1);
    expect(await office.rows('audit', { subject_id: edition.id })).toMatchObject([
      { person: 'ann', act: 'edition.start', result: 'done' },
      { person: null, act: 'edition.begin', result: 'done' },
    ]);
  });

  it('is done at once if nobody is to be written to', async () => {
    const { edition } = await office.addEditionTo(0);
    expect(await office.start.start(edition.id, ann)).toMatchObject({
      ok: true,
      value: { state: 'sent', readers: 0 },
    });
  });

  it('is won by one of two who start it at once', async () => {
    const { edition } = await office.addEditionTo(3);
    const both = await Promise.all([
      office.start.start(edition.id, ann),
      office.start.start(edition.id, asking('bob')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deliveriesOf(edition)).toHaveLength(3);
  });

  it("holds an edition that the site's own rule does not allow any more, asked for each approver", async () => {
    const { edition } = await office.addEditionTo(1);
    const asked: string[] = [];
    office.siteRule.says = ({ approver }) => {
      asked.push(approver.id);
      return { ok: false, because: { en: 'Not today.', ja: '今日はできません。' } };
    };
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('rule');
    expect(asked).toEqual(['approver']);
    office.siteRule.says = () => ({ ok: true });
  });

  it('holds an edition whose approver a hand has touched before or since', async () => {
    const touch = (by: string, at: number) =>
      office.accounts.record([{ account: 'approver', kind: 'password', by, at }]);
    const { edition: quiet } = await office.addEditionTo(1);
    await touch('somebody', NOON - 1);
    expect(await office.start.start(quiet.id, ann)).toMatchObject({ ok: true });

    const { edition } = await office.addEditionTo(1);
    await office.hands.record(edition.campaignId, 'hand-of-this', NOON);
    await touch('hand-of-this', NOON + 1);
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('approver');
  });

  it('holds one whose approver was touched by who wrote its segment, unless none has gone out before', async () => {
    const part = { name: 'segment:1', value: 'gold' };
    const { edition } = await office.addEditionTo(1, { id: 'zz-of-a-part' });
    await office.hands.changed([part.name], 'writer', NOON - 2);
    await office.hands.freeze(edition.id, [part]);
    expect(await office.hands.in(edition)).toMatchObject([{ person: 'writer', through: 'part' }]);
    await office.accounts.record([
      { account: 'approver', kind: 'password', by: 'writer', at: NOON },
    ]);
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('approver');
  });

  it('holds an edition one of whose approvers has got into the account of the other', async () => {
    const { edition } = await office.addEditionTo(1);
    await office.decisions.insert(
      anApproval(edition, { id: `again-${edition.id}`, person: 'cat' }),
    );
    office.colleagues.set('cat', { ...APPROVER, id: 'cat' });
    await office.accounts.record([{ account: 'approver', kind: 'roles', by: 'cat', at: NOON }]);
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('approver');
  });

  it.each([
    ['nobody has approved', { state: 'in-review' }],
    ['is being sent already', { state: 'sending' }],
    ['was cancelled', { state: 'cancelled' }],
  ] as const)('is refused for one that %s', async (_what, { state }) => {
    const { edition } = await office.addEditionTo(1, { state });
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await office.rows('audit', { subject_id: edition.id })).toMatchObject([
      { act: 'edition.start', result: 'wrong-state' },
    ]);
  });

  it('is refused for one that does not exist', async () => {
    const started = await office.start.start('nowhere', ann);
    expect(started).toEqual({ ok: false, reason: 'no-such-edition' });
  });

  it('is refused before its window opens, and changes nothing', async () => {
    const { edition } = await office.addEditionTo(1);
    office.pass(-1);
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason: 'too-early' });
    expect(await office.stateOf(edition)).toBe('approved');
  });

  it.each([
    ['its content is not what was approved', 'fingerprint', 'held', tamperWithContent],
    ['nobody has sealed these bytes', 'seal', 'held', forgetDecisions],
    ['its window has closed', 'late', 'too-late', waitTooLong],
    ['its approver may not approve any more', 'approver', 'held', demote],
    ['its approver is not active any more', 'approver', 'held', deactivate],
    ['the audience has grown since it was approved', 'drift', 'held', grow],
  ] as const)('holds it if %s', async (_what, because, reason, happen) => {
    const { edition, list } = await office.addEditionTo(10);
    await happen({ id: edition.id, list });
    expect(await office.start.start(edition.id, ann)).toEqual({ ok: false, reason });
    expect(await office.stateOf(edition)).toBe('held');
    expect(await heldBecause(edition)).toBe(because);
    expect(await deliveriesOf(edition)).toEqual([]);
    office.colleagues.set('approver', { ...APPROVER });
  });

  interface Situation {
    readonly id: string;
    readonly list: string;
  }
  const APPROVER = aColleague('approver');

  async function tamperWithContent({ id }: Situation): Promise<void> {
    const edition = await office.editions.findFull(id);
    const content = { ...edition?.content, replyTo: 'thief@example.com' };
    await change(id, { content: JSON.stringify(content) });
  }
  async function forgetDecisions({ id }: Situation): Promise<void> {
    await office.db.within(async (k) => {
      await office.db.table(k, 'countersign_decisions').where({ edition_id: id }).delete();
    });
  }
  async function waitTooLong(): Promise<void> {
    office.pass(7 * DAY + 1);
  }
  async function demote(): Promise<void> {
    office.colleagues.set('approver', { ...APPROVER, mayApprove: false });
  }
  async function deactivate(): Promise<void> {
    office.colleagues.set('approver', { ...APPROVER, isActive: false });
  }
  async function grow({ list }: Situation): Promise<void> {
    await office.addReaders(2, { lists: [list] });
  }

  it('lets an audience grow by a tenth', async () => {
    const { edition, list } = await office.addEditionTo(10);
    await office.addReaders(1, { lists: [list] });
    expect(await office.start.start(edition.id, ann)).toMatchObject({ value: { readers: 11 } });
  });

  describe('while everything is stopped', () => {
    const stop = (stopped: boolean) =>
      office.settings.set(STOP_SETTING, { stopped, by: 'ann', at: NOON }, 'ann', NOON);
    afterEach(() => stop(false));

    it('is refused', async () => {
      const { edition } = await office.addEditionTo(1);
      await stop(true);
      const started = await office.start.start(edition.id, ann);
      expect(started).toEqual({ ok: false, reason: 'stopped-everything' });
    });

    it('comes up paused if the stop came during the freeze', async () => {
      const { edition } = await office.addEditionTo(1);
      const stage = precede(office.freezes, 'stage', () => stop(true));
      const started = await office.start.start(edition.id, ann);
      stage.undo();
      expect(started).toMatchObject({ ok: true, value: { state: 'paused' } });
      expect(office.queue.waiting().map(({ batchId }) => batchId)).not.toContain(
        String((await office.rows('batches', { edition_id: edition.id }))[0]?.id),
      );
    });
  });

  describe('by schedule', () => {
    const scheduled = async (wishedAt: number) => {
      const { edition, list } = await office.addEditionTo(2, { state: 'scheduled', wishedAt });
      void list;
      return edition;
    };

    it('begins what is due and leaves the rest', async () => {
      const due = await scheduled(NOON);
      const notYet = await scheduled(NOON + 2);
      expect(await office.start.startDue()).toBe(1);
      expect(await office.stateOf(due)).toBe('sending');
      expect(await office.stateOf(notYet)).toBe('scheduled');
    });

    it('begins the others though one throws', async () => {
      const [first, broken, last] = [
        await scheduled(NOON),
        await scheduled(NOON),
        await scheduled(NOON),
      ];
      const bugs: unknown[] = [];
      const findFull = async (id: string) => {
        if (id === broken.id) throw new Error('cannot be read');
        return office.editions.findFull(id);
      };
      const { startDue } = office.startWith({
        editions: { ...office.editions, findFull },
        log: { ...office.log, error: (...what) => void bugs.push(what) },
      });
      expect(await startDue()).toBe(2);
      expect(await Promise.all([first, last].map(office.stateOf))).toEqual(['sending', 'sending']);
      expect(bugs).toMatchObject([[expect.any(String), expect.any(Error), { edition: broken.id }]]);
      expect(await office.start.startDue()).toBe(1);
    });

    it('holds what is late instead of firing it', async () => {
      const late = await scheduled(NOON + MINUTE);
      office.pass(8 * DAY);
      expect(await office.start.startDue()).toBe(0);
      expect(await office.stateOf(late)).toBe('held');
      expect(await heldBecause(late)).toBe('late');
    });
  });
});
