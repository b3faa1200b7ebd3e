import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { PERMISSIONS } from '../../server/src/names';
import { send } from '../support/gate/door';
import {
  approve,
  campaignAt,
  openNewsroom,
  paragraph,
  readersOf,
  signUp,
  stateOf,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hireOn, narrow } from '../support/conditions';
import type { Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

const OWN = 'plugin::countersign.own-campaigns';
const OTHERS = 'plugin::countersign.others-campaigns';

let app: TestApp;
let room: Newsroom;
/** Everything there is to be held, on their own campaigns. */
let owner: Colleague;
let theirs: Submitted;
let foreign: Submitted;

interface Submitted {
  readonly campaign: string;
  readonly edition: { readonly id: string; readonly readersAtSubmit: number };
}

beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  await signUp(app.strapi, [{ email: 'ann@readers.example.test', name: 'Ann', language: 'en' }]);
  await readersOf(room.operator, 1);
  owner = await hireOn(app, 'Owner', { condition: OWN, permissions: PERMISSIONS });
  theirs = await underReview(owner);
  foreign = await underReview(room.author);
});

afterAll(() => app.close());

async function underReview(author: Colleague): Promise<Submitted> {
  const campaign = await writeCampaign(author);
  return { campaign, edition: await submit(author, campaign) };
}

const ABOUT_ONE = Object.entries<Endpoint>(ENDPOINTS).filter(([, { door, about }]) =>
  ['campaign', 'edition'].includes(door === 'admin' ? String(about) : ''),
);

const pathOf = ({ path }: Endpoint, { campaign, edition }: Submitted): string =>
  `/countersign${path.replace(':id', path.startsWith('/campaigns') ? campaign : edition.id)}`;

describe.each(ABOUT_ONE)('%s', (name, endpoint) => {
  it("is closed to a role that holds the right on its own campaigns, at another's", async () => {
    const { status, body } = await send(owner, endpoint.method, pathOf(endpoint, foreign), {});
    expect([status, body.error?.details?.code]).toEqual([403, 'not-permitted']);
    expect(await stateOf(room.chief, foreign.edition.id)).toBe('in-review');
  });

  if (endpoint.method === 'GET')
    it(`is open to it at its own (${name})`, async () => {
      await owner.get(pathOf(endpoint, theirs)).expect(200);
    });
});

it('says no more of a campaign that does not exist than of one that is not theirs', async () => {
  const { status } = await owner.get(`/countersign/campaigns/${'0'.repeat(24)}`);
  expect(status).toBe(403);
});

describe('lists', () => {
  const idsOf = async (who: Colleague, path: string): Promise<string[]> => {
    const { body } = await who.get(`/countersign/${path}`).expect(200);
    return body.results.map(({ id }: { id: string }) => id);
  };

  it('show a role its own campaigns and their editions, and no others', async () => {
    expect(await idsOf(owner, 'campaigns')).toEqual([theirs.campaign]);
    expect(await idsOf(owner, 'editions')).toEqual([theirs.edition.id]);
    expect((await idsOf(room.chief, 'campaigns')).sort()).toEqual(
      [theirs.campaign, foreign.campaign].sort(),
    );
  });

  it('fill a page with what comes after the hidden', async () => {
    expect(await idsOf(owner, 'campaigns?limit=1')).toEqual([theirs.campaign]);
  });
});

describe('rights that are about no campaign and no list', () => {
  it('are not held on a condition', async () => {
    for (const path of ['audit', 'suppressions', 'settings/approval'])
      expect([path, (await owner.get(`/countersign/${path}`)).status]).toEqual([path, 403]);
    await owner.post('/countersign/stop-everything/lift').expect(403);
  });
});

describe('in the Content Manager', () => {
  it("a role with its own campaigns cannot change, copy or delete another's", async () => {
    await owner.put(campaignAt(foreign.campaign), { subject: 'Mine now' }).expect(403);
    await owner.delete(campaignAt(foreign.campaign)).expect(403);
    const clone = campaignAt(`clone/${foreign.campaign}`);
    expect((await owner.post(clone, { name: 'A copy' })).status).toBe(403);
    expect(await stateOf(room.chief, foreign.edition.id)).toBe('in-review');
  });

  it('it creates, and goes on with what it has created', async () => {
    const letter = { name: 'A letter', subject: 'Hello', body: [paragraph('Hello.')] };
    const { body } = await owner.post(campaignAt(), letter).expect(201);
    await owner.put(campaignAt(body.data.documentId), { subject: 'Hello again' }).expect(200);
    await owner.delete(campaignAt(body.data.documentId)).expect(200);
  });
});

describe('an approver with the right on campaigns they had no hand in', () => {
  let reviewer: Colleague;
  beforeAll(async () => {
    reviewer = await hireOn(app, 'Reviewer', {
      condition: OTHERS,
      permissions: ['campaign.read', 'campaign.approve'],
    });
  });

  it('signs there', async () => {
    const { edition } = await underReview(room.author);
    const { body } = await reviewer.get(`/countersign/editions/${edition.id}`).expect(200);
    expect(body.mayCountersign.allowed).toBe(true);
    await approve(reviewer, edition).expect(200);
  });

  it('has not signed any more when the right does not reach the campaign at the start', async () => {
    const { edition } = await underReview(room.author);
    await approve(reviewer, edition).expect(200);
    const permissions = ['campaign.read', 'campaign.approve'] as const;
    await narrow(app.strapi, reviewer, { condition: OWN, permissions });
    await room.operator.post(`/countersign/editions/${edition.id}/start`);
    expect(await stateOf(room.chief, edition.id)).toBe('held');
  });
});

it("Strapi's own conditions count as well: who has created it", async () => {
  const creator = await hireOn(app, 'Cleo', {
    condition: 'admin::is-creator',
    permissions: ['campaign.read', 'campaign.write'],
  });
  const letter = { name: 'A letter', subject: 'Hello', body: [paragraph('Hello.')] };
  const { body } = await creator.post(campaignAt(), letter).expect(201);
  await creator.get(`/countersign/campaigns/${body.data.documentId}`).expect(200);
  await creator.get(`/countersign/campaigns/${foreign.campaign}`).expect(403);
});
