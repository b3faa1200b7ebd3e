import { CAMPAIGN_TABLE, TABLES } from '../../server/src/names';
import { openOffice, READERS, type Office } from '../support/gate/office';
import { createTable } from '../support/gate/record';
import { approve, eventually, stateOf, submit, writeCampaign } from '../support/newsroom';
import type { Row } from '../support/tables';

let office: Office;
const results = createTable(4, 'Statements on the database');

beforeAll(async () => {
  office = await openOffice();
});

afterAll(async () => {
  results.write();
  await office.close();
});

const table = (name: string) => office.app.strapi.db.getConnection(name);
const editionRow = (id: string) => table(TABLES.editions).where({ id });
const edit = (id: string, change: object) => editionRow(id).update(change);
const state = (id: string, to: string) => edit(id, { state: to });

const underReview = async () => submit(office.room.author, await writeCampaign(office.room.author));
const countersigned = async () => {
  const edition = await underReview();
  await approve(office.room.approver, edition).expect(200);
  return edition;
};

const decisionOn = async (id: string): Promise<Row> =>
  (await table(TABLES.decisions).where({ edition_id: id }))[0];

/** A countersignature as its columns would be, with whatever seal. */
const invent = (id: string, columns: object) => {
  const now = Date.now();
  const window = { decided_at: now, not_before: now - 60_000, not_after: now + 3_600_000 };
  const decision = {
    ...window,
    kind: 'approve',
    person: office.room.approver.id,
    readers_shown: 2,
  };
  const own = { id: `${id.slice(0, 25)}z`, edition_id: id };
  return table(TABLES.decisions).insert({ ...decision, seal: 'k1.invented', ...own, ...columns });
};

/** A batch with a delivery to every reader, as a start would have made them, and a wake for it. */
async function addBatch(id: string): Promise<void> {
  const freeze = `${id.slice(0, 25)}f`;
  await edit(id, { state: 'sending', freeze_id: freeze, readers: 2, started_at: Date.now() });
  const batch = { edition_id: id, freeze_id: freeze, state: 'ready', size: 2, due_at: 0, fence: 0 };
  await table(TABLES.batches).insert(batch);
  const [{ id: batchId }] = await table(TABLES.batches).where({ freeze_id: freeze });
  for (const { id: subscriber } of await table(TABLES.subscribers)) {
    await table(TABLES.deliveries).insert({
      ...{ edition_id: id, batch_id: batchId, subscriber_id: subscriber, locale: 'en' },
      ...{ state: 'pending', fence: 0, attempt: 0 },
    });
  }
  await table(TABLES.queue).insert({ batch_id: batchId, due_at: 0 });
}

type Tampering = () => Promise<string>;

/** Each answers the edition that somebody with the database's password would like to see sent. */
const BEFORE_THE_START: Readonly<Record<string, Tampering>> = {
  'the state says approved': async () => {
    const { id } = await underReview();
    await state(id, 'approved');
    return id;
  },
  'an invented countersignature': async () => {
    const { id } = await underReview();
    await state(id, 'approved');
    await invent(id, {});
    return id;
  },
  'the countersignature of another edition': async () => {
    const [{ id }, other] = [await underReview(), await countersigned()];
    const { id: _id, edition_id: _edition, ...columns } = await decisionOn(other.id);
    await state(id, 'approved');
    await invent(id, columns);
    return id;
  },
  'another content under a countersignature': async () => {
    const { id } = await countersigned();
    const [{ content }] = await editionRow(id);
    await edit(id, { content: String(content).replaceAll('autumn', 'winter') });
    return id;
  },
  'another content with its fingerprint': async () => {
    const [{ id }, other] = [await countersigned(), await underReview()];
    const [{ content, fingerprint }] = await editionRow(other.id);
    await edit(id, { content, fingerprint });
    return id;
  },
  'more readers than were shown': async () => {
    const { id } = await countersigned();
    await table(TABLES.decisions).where({ edition_id: id }).update({ readers_shown: 2_000 });
    return id;
  },
  'a later end of the time allowed': async () => {
    const { id } = await countersigned();
    await table(TABLES.decisions).where({ edition_id: id }).update({ not_after: 9e12 });
    return id;
  },
  'another approver in the decision': async () => {
    const { id } = await countersigned();
    await table(TABLES.decisions)
      .where({ edition_id: id })
      .update({ person: office.room.chief.id });
    return id;
  },
  'a sent-back edition called approved': async () => {
    const { id } = await underReview();
    const reason = { reason: 'Please not.' };
    await office.room.approver.post(`/countersign/editions/${id}/send-back`, reason).expect(200);
    await state(id, 'approved');
    return id;
  },
};

describe('an edition of which a statement on the database says', () => {
  it.each(Object.entries(BEFORE_THE_START))('%s is held at the start', async (name, tamper) => {
    const id = await tamper();
    const { status, body } = await office.room.operator.post(`/countersign/editions/${id}/start`);
    const seen = note(name, status);
    expect([status, body.error.details.code]).toEqual([409, 'held']);
    await expectHeld(id);
    seen('refused');
  });
});

describe('an edition that a statement on the database put', () => {
  it('on the schedule is held when its time comes', async () => {
    const { id } = await underReview();
    await edit(id, { state: 'scheduled', wished_at: Date.now() });
    await eventually('the schedule to look', async () => (await isHeld(id)) || undefined);
    const seen = note('a time on the schedule', 'held');
    await expectHeld(id);
    seen('refused');
  });

  it('into the hands of a worker, with deliveries, is held at the first batch', async () => {
    const { id } = await underReview();
    await addBatch(id);
    await eventually('the worker to look', async () => (await isHeld(id)) || undefined);
    const seen = note('a batch with deliveries', 'held');
    await expectHeld(id);
    seen('refused');
  });
});

it('finds at the start that a statement on the database changed the campaign', async () => {
  const campaign = await writeCampaign(office.room.author);
  const { id, readersAtSubmit } = await submit(office.room.author, campaign);
  await approve(office.room.approver, { id, readersAtSubmit }).expect(200);
  const change = { subject: 'By a statement' };
  await table(CAMPAIGN_TABLE).where({ document_id: campaign, locale: 'en' }).update(change);
  const { status } = await office.room.operator.post(`/countersign/editions/${id}/start`);
  const seen = note('another text of the campaign', status);
  expect([status, await stateOf(office.room.operator, id)]).toEqual([409, 'void']);
  seen('refused');
});

const isHeld = async (id: string): Promise<boolean> =>
  (await stateOf(office.room.operator, id)) === 'held';

async function expectHeld(id: string): Promise<void> {
  expect(await isHeld(id)).toBe(true);
  expect(office.sink.rcpts.filter((address) => address.endsWith(READERS))).toEqual([]);
  const told = await table(TABLES.audit).where({ subject_id: id, act: 'edition.hold' });
  expect(told).toHaveLength(1);
}

const note = (door: string, answer: number | string) =>
  results.note({ door, caller: 'the start', answer: String(answer) });
