import { createImportStore } from '../../server/src/adapters/store/suppression-imports';
import type { AccountChange } from '../../server/src/domain/access/account';
import {
  IMPORTS_A_DAY,
  WAITS_MS,
  type ImportReason,
} from '../../server/src/domain/subscribers/suppression-import';
import { createImportSuppressions } from '../../server/src/flows/import-suppressions';
import { asking } from '../support/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const ANN = asking('ann');
const BOB = asking('bob');
const FILE = 'Email,Name\nann@example.com,Ann\nnew@example.com,\nnobody\nANN@example.com,again\n';

const no = (reason: string) => ({ ok: false, reason });

describe('an import of suppressions', () => {
  const users = createVillage();
  let town: Town;
  let changes: AccountChange[];
  keepTown([users], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    changes = [];
    users.move(aPerson());
    users.move(aPerson({ externalId: 'ben', address: 'ben@example.com' }));
    await town.reconcile();
  });

  const flow = () =>
    createImportSuppressions({
      ...town,
      imports: createImportStore(town.db),
      suppressMany: town.manage.suppressMany,
      accounts: { since: async () => changes },
      accountQuietDays: 7,
    });

  const filled = async (text = FILE, because: ImportReason = 'unsubscribed'): Promise<string> => {
    const begun = await flow().begin({ reason: 'The old tool', because }, ANN);
    if (!begun.ok) throw new Error(begun.reason);
    await flow().add(begun.value.id, text, ANN);
    return begun.value.id;
  };
  const asked = async (text?: string, because?: ImportReason): Promise<string> => {
    const id = await filled(text, because);
    expect(await flow().submit(id, ANN)).toMatchObject({ ok: true, value: { state: 'asked' } });
    return id;
  };
  const held = () => town.rows('importedAddresses');

  it('tells how many addresses there are, each once, and shows their masks only', async () => {
    await town.manage.suppress('new@example.com', BOB, null);
    await asked();
    const [one] = await flow().list({ limit: 50 }, BOB);
    expect(one).toMatchObject({ addresses: 2, known: 1, unreadable: 1, state: 'asked' });
    expect([...(one?.examples ?? [])].sort()).toEqual(['a•••@e•••.com', 'n•••@e•••.com']);
  });

  it('keeps no address anywhere, before and after', async () => {
    const id = await asked();
    await flow().allow(id, BOB);
    await flow().takeAllowed();
    const tables = ['suppressionImports', 'importedAddresses', 'suppressions', 'audit'] as const;
    for (const table of tables) {
      expect(JSON.stringify(await town.rows(table))).not.toMatch(/@example|ann@/i);
    }
  });

  it('suppresses nobody before a second person has allowed it', async () => {
    const id = await asked();
    await flow().takeAllowed();
    expect(await town.onList()).toEqual(['ann@example.com', 'ben@example.com']);
    expect(await flow().allow(id, ANN)).toEqual(no('own-import'));
    expect(await flow().allow(id, { ...BOB, door: 'admin-token' })).toEqual(no('not-in-person'));

    expect(await flow().allow(id, BOB)).toMatchObject({ ok: true, value: { state: 'allowed' } });
    await flow().takeAllowed();
    await town.reconcile();
    expect(await town.onList()).toEqual(['ben@example.com']);
    expect(await held()).toEqual([]);
    expect(await flow().list({ limit: 1 }, BOB)).toMatchObject([{ state: 'done', addresses: 2 }]);
    const kept = await town.suppressions.list({ limit: 10 });
    expect(kept.map(({ because, source, note }) => [because, source, note])).toEqual([
      ['unsubscribed', 'import', 'The old tool'],
      ['unsubscribed', 'import', 'The old tool'],
    ]);
  });

  it('keeps away who comes with such an address later', async () => {
    const id = await asked('new@example.com', 'hard-bounce');
    await flow().allow(id, BOB);
    await flow().takeAllowed();
    users.move(aPerson({ externalId: 'new', address: 'new@example.com' }));
    await town.reconcile();
    expect(await town.leftOut()).toEqual({ new: 'suppressed' });
  });

  it('leaves a graver reason as it is', async () => {
    await town.manage.stop([await town.subscriberOf('ann')], { how: 'complaint' });
    const id = await asked('ann@example.com', 'by-hand');
    await flow().allow(id, BOB);
    await flow().takeAllowed();
    expect(await town.suppressions.list({ limit: 10 })).toMatchObject([{ because: 'complaint' }]);
  });

  it('goes on where it was when somebody killed it', async () => {
    const many = Array.from({ length: 1201 }, (_, n) => `reader${n}@example.com`).join('\n');
    const id = await asked(many);
    await flow().allow(id, BOB);
    let groups = 0;
    const dying = createImportSuppressions({
      ...town,
      imports: createImportStore(town.db),
      suppressMany: async (...args) => {
        if (++groups > 1) throw new Error('killed');
        await town.manage.suppressMany(...args);
      },
      accounts: { since: async () => [] },
      accountQuietDays: 7,
    });
    await expect(dying.takeAllowed()).rejects.toThrow('killed');
    expect(await held()).toHaveLength(701);
    await flow().takeAllowed();
    expect(await town.rows('suppressions')).toHaveLength(1201);
    expect(await held()).toEqual([]);
  });

  it.each(['refuse', 'withdraw'] as const)('forgets all of it after a %s', async (act) => {
    const id = await asked();
    expect(await flow()[act](id, act === 'refuse' ? BOB : ANN)).toMatchObject({ ok: true });
    expect(await held()).toEqual([]);
    expect(await flow().allow(id, BOB)).toEqual(no('somebody-was-first'));
    await flow().takeAllowed();
    expect(await town.rows('suppressions')).toEqual([]);
  });

  it('waits a week, and then forgets', async () => {
    const id = await asked();
    await filled();
    town.pass(WAITS_MS);
    expect(await flow().allow(id, BOB)).toEqual(no('import-over'));
    expect(await flow().list({ limit: 50 }, BOB)).toMatchObject([
      { state: 'expired' },
      { state: 'expired' },
    ]);
    await flow().dropExpired();
    expect(await held()).toEqual([]);
  });

  it('is filled and submitted by whoever began it, and not added to afterwards', async () => {
    const id = await filled('nobody\n');
    expect(await flow().add(id, FILE, BOB)).toEqual(no('not-your-import'));
    expect(await flow().submit(id, ANN)).toEqual(no('import-empty'));
    await flow().add(id, FILE, ANN);
    expect(await flow().submit(id, BOB)).toEqual(no('not-your-import'));
    await flow().submit(id, ANN);
    expect(await flow().add(id, 'eve@example.com', ANN)).toEqual(no('somebody-was-first'));
    expect(await flow().withdraw(id, BOB)).toEqual(no('not-your-import'));
  });

  it('has no second person in an account that whoever asked has got into', async () => {
    const id = await asked();
    changes = [{ account: 'bob', by: 'ann', kind: 'password', at: 1 }];
    expect(await flow().allow(id, BOB)).toEqual(no('account-not-quiet'));
  });

  it('is begun so often a day by one person, and tells of each act', async () => {
    for (let n = 0; n < IMPORTS_A_DAY; n += 1) await asked('new@example.com');
    const more = await flow().begin({ reason: 'More', because: 'by-hand' }, ANN);
    expect(more).toEqual(no('too-many-imports'));
    const acts = new Set((await town.rows('audit')).map(({ act }) => act));
    expect([...acts]).toEqual(expect.arrayContaining(['import.begin', 'import.ask']));
  });
});
