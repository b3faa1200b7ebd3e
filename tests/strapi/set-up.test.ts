import { campaignAt, openNewsroom, writeCampaign } from '../support/newsroom';
import { hire, hireSuperAdmin, PARTS } from '../support/staff';
import { bootStrapi } from '../support/strapi';

it('starts without a configuration, says what is missing, and sends nothing', async () => {
  const app = await bootStrapi({ env: { COUNTERSIGN_SECRET: '' } });
  const chief = await hireSuperAdmin(app, 'Chief');
  const { body } = await chief.get('/countersign/set-up').expect(200);
  expect(body.ready).toBe(false);
  expect(body.missing.map(({ code }: { code: string }) => code)).toContain('secret');

  const author = await hire(app, 'Ada', PARTS.author);
  const campaignId = await writeCampaign(author);
  const refused = await author.post(`/countersign/campaigns/${campaignId}/submit`);
  expect([refused.status, refused.body.error.details.code]).toEqual([503, 'not-set-up']);
  expect(refused.body.error.message).toContain('Nothing is sent');

  const page = await app.nobody.get('/api/countersign/unsubscribe/any');
  expect([page.status, page.type]).toEqual([503, 'text/html']);
  const hands = await app.strapi.db.getConnection('countersign_hands').select('person');
  expect(hands).toEqual([{ person: author.id }]);
  await app.close();
});

it('is ready once identity and sender are set, and says so', async () => {
  const app = await bootStrapi();
  const chief = await hireSuperAdmin(app, 'Chief of set-up');
  const before = await chief.get('/countersign/set-up').expect(200);
  expect(before.body.missing.map(({ code }: { code: string }) => code)).toEqual([
    'identity',
    'sender',
  ]);
  const { author } = await openNewsroom(app);
  const { body } = await author.get('/countersign/set-up').expect(200);
  expect(body).toEqual({ ready: true, missing: [] });

  const wrong = await chief.put('/countersign/settings/senders', {
    senders: [{ id: 'x', name: 'X', address: 'not an address' }],
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body.error.details.problems).toEqual([
    {
      ...{ code: 'invalid', level: 'error', where: 'senders[0].address', locale: null },
      text: 'This value cannot be used: exactly one e-mail address',
    },
  ]);
  const made = await author.post(campaignAt(), { name: 'Empty' }).expect(201);
  const id: string = made.body.data.documentId;
  const submitted = await author.post(`/countersign/campaigns/${id}/submit`).expect(422);
  expect(submitted.body.error.details.problems.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['audience-missing', 'sender-missing']),
  );
  await app.close();
});
