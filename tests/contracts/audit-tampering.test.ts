import { sealRows } from '../../server/src/domain/audit/chain';
import { createKeys } from '../../server/src/adapters/keys/keys';
import { systemChance } from '../../server/src/adapters/clock';
import { createVerifyAudit } from '../../server/src/flows/verify-audit';
import { LOG_EVENTS } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { at, DATABASE_ID, openTrail, type Trail } from '../support/trail';

let database: TestDatabase;
let trail: Trail;
beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(async () => {
  trail = await openTrail(database);
});
afterAll(() => database.close());

describe('a tampered trail', () => {
  it.each([
    ['act', 'edition.pause'],
    ['person', 'bob'],
    ['at', 1],
    ['result', 'own-hand'],
    ['subject_id', 'edition-2'],
    ['detail', '{}'],
    ['ip', null],
    ['door', 'house'],
    ['mac', null],
    ['nonce', 'nonce-0'],
  ])('shows that the %s of a row was changed', async (column, value) => {
    const ids = await trail.tenActs();
    const id = at(ids, 3);
    await trail.vandalise(({ rows }) =>
      rows()
        .where({ id })
        .update({ [column]: value }),
    );
    expect((await trail.verify()).findings).toEqual([
      { kind: 'changed', rowId: String(id), seq: 4 },
    ]);
  });

  it.each([
    ['first', 0],
    ['one in the middle', 4],
    ['last', -1],
  ])('shows that a row was removed: the %s', async (_which, place) => {
    const ids = await trail.tenActs();
    const id = at(ids, place);
    await trail.vandalise(({ rows }) => rows().where({ id }).delete());
    const seq = ids.indexOf(id) + 1;
    expect((await trail.verify()).findings).toEqual([{ kind: 'removed', rowId: String(id), seq }]);
  });

  it.each([
    ['first', 1, 'seal-removed'],
    ['one in the middle', 5, 'seal-removed'],
    ['last', 10, 'shortened'],
  ] as const)('shows that a row was removed with its seal: the %s', async (_which, seq, kind) => {
    const ids = await trail.tenActs();
    await trail.vandalise(async ({ rows, seals }) => {
      await rows()
        .where({ id: at(ids, seq - 1) })
        .delete();
      await seals().where({ seq }).delete();
    });
    expect(await trail.kindsFound()).toEqual([kind]);
  });

  it('shows that the end was cut off, however long the process that sealed it goes on', async () => {
    const ids = await trail.tenActs();
    await trail.vandalise(async ({ rows, seals }) => {
      await rows()
        .where({ id: at(ids, -1) })
        .delete();
      await seals().where({ seq: 10 }).delete();
    });
    await trail.sealer.keepUp();
    expect(await trail.kindsFound()).toEqual(['shortened']);
    for (let more = 0; more < 2; more += 1) {
      await trail.act('bob');
      await trail.sealer.keepUp();
      expect(await trail.kindsFound()).toEqual(['replaced']);
    }
    const told = trail.log.events.filter(({ event }) => event === LOG_EVENTS.auditCutOff);
    expect(told).toEqual([{ event: LOG_EVENTS.auditCutOff, fields: expect.anything() }]);
  });

  it('shows that all of it was removed', async () => {
    await trail.tenActs();
    await trail.vandalise(async ({ rows, seals }) => {
      await rows().delete();
      await seals().delete();
    });
    expect(await trail.kindsFound()).toEqual(['shortened']);
  });

  it('shows that two rows changed places', async () => {
    const ids = await trail.tenActs();
    const [one, two] = [at(ids, 2), at(ids, 6)];
    await trail.vandalise(async ({ rows }) => {
      await rows()
        .where({ id: one })
        .update({ id: 900_000 + one });
      await rows().where({ id: two }).update({ id: one });
      await rows()
        .where({ id: 900_000 + one })
        .update({ id: two });
    });
    expect(await trail.kindsFound()).toEqual(['changed']);
  });

  it('shows that two seals changed places', async () => {
    await trail.tenActs();
    await trail.vandalise(async ({ seals }) => {
      await seals().where({ seq: 3 }).update({ seq: 99 });
      await seals().where({ seq: 7 }).update({ seq: 3 });
      await seals().where({ seq: 99 }).update({ seq: 7 });
    });
    expect(await trail.kindsFound()).toEqual(['seal-forged']);
  });

  it('shows a row that somebody else wrote, before it is sealed and after', async () => {
    const ids = await trail.tenActs();
    await trail.vandalise(async ({ rows }) => {
      const [row] = await rows().where({ id: at(ids, 0) });
      await rows().insert({ ...row, id: at(ids, -1) + 5, nonce: 'own', mac: 'k1.own' });
    });
    expect(await trail.kindsFound()).toEqual(['inserted']);
    await trail.sealer.sealEver();
    expect((await trail.verify()).findings).toMatchObject([
      { kind: 'inserted', rowId: String(at(ids, -1) + 5) },
    ]);
  });

  it('shows a row without any signature once there is a key to sign with', async () => {
    await trail.tenActs();
    await trail.vandalise(async ({ rows }) => {
      const row = { at: 1, door: 'admin', act: 'edition.approve', result: 'done', detail: '{}' };
      await rows().insert(row);
    });
    expect(await trail.kindsFound()).toEqual(['inserted']);
  });

  it('shows a copy of a genuine row', async () => {
    const ids = await trail.tenActs();
    await trail.vandalise(async ({ rows }) => {
      const [row] = await rows().where({ id: at(ids, 0) });
      await rows().insert({ ...row, id: at(ids, -1) + 5 });
    });
    await trail.sealer.sealEver();
    expect((await trail.verify()).findings).toEqual([
      { kind: 'inserted', rowId: String(at(ids, -1) + 5), seq: null },
    ]);
  });

  it('shows a chain that was made anew without the key', async () => {
    const ids = await trail.tenActs();
    const own = createKeys(
      [{ id: 'k1', secret: 'a secret that somebody else thought of' }],
      systemChance,
    );
    await trail.vandalise(async ({ rows, seals }) => {
      await rows()
        .where({ id: at(ids, 3) })
        .delete();
      await seals().delete();
    });
    const left = await trail.chain.unsealed('ever', 100);
    const sealing = { databaseId: DATABASE_ID, sign: (text: string) => own.sign('audit', text) };
    const forged = sealRows(left, { after: { seq: 0, seal: '' }, at: trail.time.now }, sealing);
    await trail.chain.append(forged);
    expect(await trail.kindsFound()).toEqual(['seal-forged', 'shortened']);
  });

  it('shows a trail that was brought here from another database', async () => {
    await trail.tenActs();
    trail.mark.mark = null;
    const elsewhere = createVerifyAudit({ ...trail.deps, databaseId: 'database-2' });
    expect((await elsewhere()).findings[0]).toMatchObject({ kind: 'seal-forged', seq: 1 });
  });

  it('shows that what was sealed anew is not what was marked', async () => {
    const ids = await trail.tenActs();
    await trail.vandalise(async ({ rows, seals }) => {
      await rows()
        .where({ id: at(ids, -1) })
        .delete();
      await seals().where({ seq: 10 }).delete();
    });
    await trail.act('bob');
    await trail.sealerOfAnother().keepUp();
    expect((await trail.verify()).findings).toEqual([{ kind: 'replaced', rowId: null, seq: 10 }]);
  });
});
