import { createSubmitCampaign } from '../../server/src/flows/submit-campaign';
import { paragraph, picture } from '../support/campaigns';
import { DAY, HERE, NOON } from '../support/editions';
import { openOffice, type Office } from '../support/editorial-office';

let room: Office;
beforeAll(async () => {
  room = await openOffice();
});
afterAll(() => room.close());

const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
const A_PICTURE = { mime: 'image/png' as const, bytes: PNG, url: '/uploads/a.png' };

describe('a preview', () => {
  it('shows one language as a reader would see it', async () => {
    const { id } = await room.written();
    const answer = await room.submitting.preview(id, { values: { 'subscriber.name': '<Ann>' } });
    expect(answer).toMatchObject({ ok: true, value: { locale: 'en', subject: 'Hello <Ann>' } });
    expect(answer.ok && answer.value.html).toContain('It is autumn.');
  });

  it('shows the message before anything is set up', async () => {
    const config = { ...room.submitDeps.config, publicUrl: null };
    const settings = { get: async () => null };
    const { preview } = createSubmitCampaign({ ...room.submitDeps, config, settings });
    const { id } = await room.written({ sender: null, audience: null });
    expect((await preview(id, {})).ok).toBe(true);
  });

  it('shows pictures from where the media library has them, and no address an author wrote', async () => {
    room.world.pictures.set('https://elsewhere.example/uploads/a.png', A_PICTURE);
    const { id } = await room.written({
      body: [
        paragraph('x'),
        picture('https://elsewhere.example/uploads/a.png'),
        picture('https://tracker.example/b.png'),
      ],
    });
    const answer = await room.submitting.preview(id, {});
    const html = answer.ok ? answer.value.html : '';
    expect(html).toContain(`${HERE.publicUrl}/uploads/a.png`);
    expect(html).not.toMatch(/elsewhere|tracker/);
  });

  it('is refused for a language or a campaign there is not', async () => {
    const { id } = await room.written();
    expect(await room.submitting.preview(id, { locale: 'ja' })).toMatchObject({
      reason: 'no-such-locale',
    });
    expect(await room.submitting.preview('none', {})).toMatchObject({ reason: 'no-such-campaign' });
  });
});

describe('the pre-flight', () => {
  it('tells problems, readers, time and languages, and changes nothing', async () => {
    const { id } = await room.written({
      wishedAt: { local: '2026-12-02T12:00', zone: 'UTC' },
      sender: 'x',
    });
    expect(await room.submitting.preflight(id)).toMatchObject({
      problems: [{ code: 'sender-unknown', where: 'sender', locale: null }],
      count: { readers: 3 },
      wishedAt: NOON + DAY,
      locales: ['en'],
    });
    expect(await room.editions.findOpen(id)).toBeNull();
    expect(await room.submitting.preflight('none')).toBeNull();
  });
});
