import {
  addReader,
  approve,
  eventually,
  openNewsroom,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { hire, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let room: Newsroom;
let auditor: Colleague;
let edition: { id: string; readersAtSubmit: number };

beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  auditor = await hire(app, 'Ava', ['audit.read']);
  await addReader(app, room);
  edition = await submit(room.author, await writeCampaign(room.author));
  await approve(room.author, edition).expect(403);
  await approve(room.approver, edition).expect(200);
});

afterAll(() => app.close());

const trailOf = async (query: string) =>
  (await auditor.get(`/countersign/audit?${query}`).expect(200)).body;

describe('the audit trail', () => {
  it('is for those who may see it', async () => {
    for (const path of ['/countersign/audit', '/countersign/audit/verification']) {
      await room.author.get(path).expect(403);
      await app.nobody.get(path).expect(401);
    }
  });

  it('says in words who did what to an edition', async () => {
    const { results } = await trailOf(`subject=${edition.id}`);
    expect(
      results.map(({ text, person, resultText }: Record<string, { name: string }>) =>
        [person?.name, text, resultText].join(' | '),
      ),
    ).toEqual(['Ben Example | Countersigned | Done', 'Ada Example | Submitted for review | Done']);
    expect(JSON.stringify(results)).not.toContain('@');
  });

  it('names what was acted on, in the language of who reads', async () => {
    const subjectsIn = async (language: string) => {
      const asked = app.withToken(auditor.token, language).get('/countersign/audit?limit=100');
      const { body } = await asked.expect(200);
      return body.results.map(({ subject }: { subject: { text: string } | null }) => subject?.text);
    };
    expect(await subjectsIn('en')).toEqual(
      expect.arrayContaining([
        'Edition “Autumn letter”',
        'Account “Ava Example”',
        'Setting “Senders”',
      ]),
    );
    expect(await subjectsIn('ja')).toEqual(
      expect.arrayContaining([
        '配信版「Autumn letter」',
        'アカウント「Ava Example」',
        '設定「差出人」',
      ]),
    );
  });

  it('says who asked at a door without the right', async () => {
    const { results } = await trailOf(`person=${room.author.id}&act=campaign.approve`);
    expect(results).toMatchObject([
      { text: 'Asked without the right: Countersign or send back', isDone: false },
    ]);
    expect(results[0].resultText).toMatch(/^Refused: Your role does not allow this/);
  });

  it('is told in Japanese to those who read Japanese', async () => {
    const { body } = await app
      .withToken(auditor.token, 'ja')
      .get(`/countersign/audit?subject=${edition.id}&act=edition.approve`)
      .expect(200);
    expect(body.results[0]).toMatchObject({ text: '承認', resultText: '完了' });
  });

  it('is read page by page, and by person, act and time', async () => {
    const first = await trailOf('limit=2');
    const second = await trailOf(`limit=2&before=${first.next}`);
    const ids = [...first.results, ...second.results].map(({ id }: { id: string }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(4);
    expect((await trailOf(`person=${room.approver.id}`)).results).toHaveLength(1);
    expect((await trailOf('act=edition.submit')).results).toHaveLength(1);
    expect((await trailOf('to=1')).results).toEqual([]);
  });

  it('is sealed within moments, and can be verified', async () => {
    const verified = await eventually('every row to be sealed', async () => {
      const { body } = await auditor.get('/countersign/audit/verification').expect(200);
      return body.unsealed === 0 && body.sealed > 0 ? body : undefined;
    });
    expect(verified).toMatchObject({ isWhole: true, isMarked: true, isAppendOnly: true });
    expect(verified.text).toMatch(/^The audit trail is whole: \d+ rows/);
  });

  it('shows what a statement on the database wrote into it', async () => {
    const row = { at: 1, door: 'admin', act: 'edition.approve', result: 'done', detail: '{}' };
    await app.strapi.db.getConnection('countersign_audit').insert(row);
    const { body } = await auditor.get('/countersign/audit/verification').expect(200);
    expect(body).toMatchObject({ isWhole: false, findings: [{ kind: 'inserted' }] });
    expect(body.findings[0].text).toContain('was not written by Countersign');
  });
});

it('shows the rules of approving that are in force', async () => {
  const { body } = await room.chief.get('/countersign/settings/approval').expect(200);
  expect(body).toEqual({
    ...{ required: 1, fromEachOf: [], expiresAfterDays: 7, audienceDriftPercent: 10 },
    ...{ lateGraceMinutes: 60, accountQuietDays: 0 },
  });
});
