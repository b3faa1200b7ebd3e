import { NO_BRAKE } from '../../server/src/domain/subscribers/brake';
import { writeMetrics } from '../../server/src/adapters/metrics';
import { createAuditChain } from '../../server/src/adapters/store/audit/chain';
import { createSyncRunStore } from '../../server/src/adapters/store/sync-runs';
import { pauseSetting, restAfter } from '../../server/src/domain/delivery/transport-pause';
import { gaugesOf } from '../../server/src/domain/reports/figures';
import { NO_COUNTS } from '../../server/src/domain/subscribers/sync-run';
import { createReadFigures } from '../../server/src/flows/read-figures';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { accepted, createFakeSender, later } from '../support/fake-sender';
import { openPostOffice, type PostOffice } from '../support/post-office';

describe('the figures an operator watches', () => {
  let office: PostOffice;
  beforeEach(async () => {
    office = await openPostOffice();
  });
  afterEach(() => office.close());

  const runs = () => createSyncRunStore(office.db);
  const read = () =>
    createReadFigures({
      ...office,
      runs: runs(),
      chain: createAuditChain(office.db),
      transportIds: ['relay'],
      sourceIds: () => ['users', 'customers'],
    })();

  it('count open editions and the deliveries of those under way', async () => {
    const { edition } = await office.addEditionTo(3);
    await office.addApproved();
    await office.start.start(edition.id, asking('ann'));
    let asked = 0;
    const sender = createFakeSender(() => (asked++ === 0 ? later : accepted));
    await office.drain(sender);
    const { editions, deliveries } = await read();
    expect(editions).toMatchObject({ approved: 1, sending: 1, 'in-review': 0 });
    expect(deliveries).toEqual(
      new Map([[edition.id, expect.objectContaining({ accepted: 2, deferred: 1, pending: 0 })]]),
    );
  });

  it('forget an edition once it is sent', async () => {
    await office.begun(2);
    await office.drain(createFakeSender(() => accepted));
    const { editions, deliveries } = await read();
    expect(editions.sending).toBe(0);
    expect(deliveries.size).toBe(0);
  });

  it('say that a transport rests, and until it does no more', async () => {
    const pause = restAfter(null, 'auth', { now: NOON, random: 0 });
    await office.settings.set(pauseSetting('relay'), pause, 'house', NOON);
    expect((await read()).transports).toEqual([{ id: 'relay', rests: true }]);
    office.pass(pause.until - NOON);
    expect((await read()).transports).toEqual([{ id: 'relay', rests: false }]);
  });

  it('say when a source was synced last, whether everything is stopped, and what has no seal', async () => {
    const ended = {
      cursor: null,
      counts: NO_COUNTS,
      brake: NO_BRAKE,
      epoch: 0,
      startedAt: NOON,
      touchedAt: NOON,
    };
    await runs().insert({
      ...ended,
      ...{ id: 'run', sourceId: 'users', state: 'done', finishedAt: NOON },
    });
    const { unsealed } = await read();
    await office.controlWith(createFakeSender(() => accepted)).stopEverything(asking('ann'));
    expect(await read()).toMatchObject({
      syncs: [
        { sourceId: 'users', finishedAt: NOON, isBraked: false },
        { sourceId: 'customers', finishedAt: null, isBraked: false },
      ],
      isStopped: true,
      unsealed: unsealed + 1,
    });
  });

  it('say that a sync has stopped because too many would leave', async () => {
    const times = { startedAt: NOON, touchedAt: NOON, finishedAt: NOON };
    await runs().insert({
      ...{ id: 'run', sourceId: 'users', state: 'braked', cursor: null, counts: NO_COUNTS },
      ...{ brake: NO_BRAKE, epoch: 0, ...times },
    });
    const braked = gaugesOf(await read()).find(({ name }) => name === 'countersign_sync_braked');
    expect(braked?.samples.map(({ value }) => value)).toEqual([1, 0]);
  });

  it('are written as Prometheus reads them', async () => {
    await office.addApproved();
    const lines = (await writeMetrics(gaugesOf(await read())))?.split('\n') ?? [];
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE countersign_editions gauge',
        'countersign_editions{state="approved"} 1',
        'countersign_transport_resting{transport="relay"} 0',
        'countersign_stopped 0',
      ]),
    );
  });
});
