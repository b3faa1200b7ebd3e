import { createSubmitCampaign } from '../../server/src/flows/submit-campaign';
import { fingerprintOf } from '../../server/src/domain/editions/fingerprint';
import { aLocale, paragraph, picture } from '../support/campaigns';
import { DAY, HERE, MINUTE, NOON } from '../support/editions';
import { asking } from '../support/asking';
import { openOffice, type Office } from '../support/editorial-office';

let room: Office;
beforeAll(async () => {
  room = await openOffice();
});
afterAll(() => room.close());

const ANN = asking('ann');
const problemsOf = async (fields: Parameters<typeof aLocale>[0]) => {
  const { id } = await room.written(fields);
  const answer = await room.submitting.submit(id, ANN);
  return answer.ok ? [] : (answer.problems ?? []).map(({ code }) => code);
};

const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
const A_PICTURE = { mime: 'image/png' as const, bytes: PNG, url: '/uploads/a.png' };

describe('a submitted campaign', () => {
  it('becomes an edition in review that holds all that would be sent', async () => {
    const { id } = await room.written({ replyTo: 'reply@exämple.com' });
    const answer = await room.submitting.submit(id, ANN);
    expect(answer).toMatchObject({
      ok: true,
      value: { campaignId: id, state: 'in-review', submittedBy: 'ann', readersAtSubmit: 3 },
    });
    const full = answer.ok ? await room.editions.findFull(answer.value.id) : null;
    expect(full?.content).toMatchObject({
      campaign: { id, name: 'Autumn issue' },
      from: { name: 'Gazette', address: 'news@example.com' },
      replyTo: 'reply@xn--exmple-cua.com',
      returnPathDomain: 'example.com',
      listId: 'newsletter.cms.example.com',
      publicUrl: HERE.publicUrl,
      audience: { include: ['newsletter'], exclude: [] },
      wishedAt: null,
      defaultLocale: 'en',
      assets: [],
    });
    expect(full?.content.messages.en?.subject).toEqual([
      'Hello ',
      { slot: 'subscriber.name', fallback: 'reader' },
    ]);
    expect(full && fingerprintOf(full.content)).toBe(full?.fingerprint);
  });

  it('makes its submitter a hand, and is in the audit trail', async () => {
    const { id } = await room.written();
    const answer = await room.submitting.submit(id, ANN);
    expect(await room.hands.of(id)).toEqual([{ campaignId: id, person: 'ann', lastAt: NOON }]);
    const edition = answer.ok ? answer.value.id : '';
    const rows = await room.auditOf(edition);
    expect(rows).toMatchObject([{ act: 'edition.submit', result: 'done', person: 'ann' }]);
  });

  it('is written in every language, the default one first', async () => {
    const { id } = await room.written({}, [
      aLocale({ subject: 'こんにちは' }, 'ja'),
      aLocale({ subject: 'Hello' }, 'en'),
    ]);
    const answer = await room.submitting.submit(id, ANN);
    const full = answer.ok ? await room.editions.findFull(answer.value.id) : null;
    expect(Object.keys(full?.content.messages ?? {}).sort()).toEqual(['en', 'ja']);
    expect(full?.content.defaultLocale).toBe('en');
  });

  it('may be answered for some days, and no longer than a start would be in time', async () => {
    const free = await room.written();
    const timed = await room.written({ wishedAt: { local: '2026-12-02T12:00', zone: 'UTC' } });
    expect(await room.submitting.submit(free.id, ANN)).toMatchObject({
      value: { expiresAt: NOON + 7 * DAY, wishedAt: null },
    });
    expect(await room.submitting.submit(timed.id, ANN)).toMatchObject({
      value: { expiresAt: NOON + DAY + 60 * MINUTE, wishedAt: NOON + DAY },
    });
  });

  it('freezes its pictures under addresses made of their content', async () => {
    room.world.pictures.set('http://localhost:1337/uploads/a.png', A_PICTURE);
    const { id } = await room.written({
      body: [paragraph('x'), picture('http://localhost:1337/uploads/a.png')],
    });
    const answer = await room.submitting.submit(id, ANN);
    const full = answer.ok ? await room.editions.findFull(answer.value.id) : null;
    const [asset] = full?.content.assets ?? [];
    expect(asset).toMatchObject({ mime: 'image/png', bytes: PNG.length });
    const html = JSON.stringify(full?.content.messages.en?.html);
    expect(html).toContain(`${HERE.publicUrl}/api/countersign/assets/${asset?.hash}.png`);
    expect(html).not.toContain('uploads');
    expect((await room.assets.get(asset?.hash ?? ''))?.bytes).toHaveLength(PNG.length);
  });

  it('tells its warnings without being stopped by them', async () => {
    const { id } = await room.written({
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'http://example.com', children: [{ type: 'text', text: 'x' }] },
          ],
        },
      ],
    });
    expect(await room.submitting.submit(id, ANN)).toMatchObject({
      ok: true,
      problems: [{ code: 'link-insecure', level: 'warning', locale: 'en' }],
    });
  });
});

describe('a campaign that cannot be submitted', () => {
  it.each([
    ['no name', { name: ' ' }, 'name-missing'],
    ['no sender', { sender: null }, 'sender-missing'],
    ['a sender that is not in the settings', { sender: 'stranger' }, 'sender-unknown'],
    ['no audience', { audience: null }, 'audience-missing'],
    ['an audience of no list', { audience: { include: [] } }, 'audience-missing'],
    ['an audience that is something else', { audience: 'all' }, 'audience-malformed'],
    ['a list that does not exist', { audience: { include: ['gone'] } }, 'list-unknown'],
    [
      'an exclusion that does not exist',
      { audience: { include: ['newsletter'], exclude: ['gone'] } },
      'list-unknown',
    ],
    ['two reply addresses', { replyTo: 'a@example.com, b@example.com' }, 'reply-to-invalid'],
    [
      'a reply address with a line break',
      { replyTo: 'a@example.com\r\nBcc: x@example.com' },
      'reply-to-invalid',
    ],
    [
      'a wished time that has passed',
      { wishedAt: { local: '2026-12-01T11:59', zone: 'UTC' } },
      'wished-time-past',
    ],
    [
      'a wished time that never comes',
      { wishedAt: { local: '2027-03-28T02:30', zone: 'Europe/Berlin' } },
      'wished-time-never',
    ],
    [
      'a wished time that comes twice',
      { wishedAt: { local: '2027-10-31T02:30', zone: 'Europe/Berlin' } },
      'wished-time-twice',
    ],
    [
      'a wished time in no zone',
      { wishedAt: { local: '2027-10-31T02:30', zone: 'Moon' } },
      'wished-zone-unknown',
    ],
    [
      'a wished time that is none',
      { wishedAt: { local: 'soon', zone: 'UTC' } },
      'wished-time-malformed',
    ],
    ['no subject', { subject: null }, 'subject-empty'],
    ['nothing to say', { body: [] }, 'body-empty'],
    [
      'a picture that is not in the media library',
      { body: [picture('/uploads/gone.png')] },
      'picture-unknown',
    ],
  ])('has %s', async (_, fields, code) => {
    expect(await problemsOf(fields)).toEqual([code]);
  });

  it('hears of all its problems together', async () => {
    const codes = await problemsOf({
      name: '',
      sender: null,
      audience: null,
      subject: '',
      body: [picture('/uploads/gone.png')],
      wishedAt: { local: 'soon', zone: 'UTC' },
    });
    expect(codes.sort()).toEqual([
      'audience-missing',
      'name-missing',
      'picture-unknown',
      'sender-missing',
      'subject-empty',
      'wished-time-malformed',
    ]);
  });

  it('has more pictures than a newsletter can carry', async () => {
    const huge = { ...A_PICTURE, bytes: new Uint8Array(30 * 1024 * 1024) };
    for (const url of ['/uploads/1.png', '/uploads/2.png']) room.world.pictures.set(url, huge);
    const body = [picture('/uploads/1.png'), picture('/uploads/2.png')];
    expect(await problemsOf({ body })).toEqual(['picture-too-big']);
  });

  it('has nobody to read it', async () => {
    room.world.readers = 0;
    expect(await problemsOf({})).toEqual(['audience-empty']);
    room.world.readers = 3;
  });

  it('is told so while nothing is set up', async () => {
    const config = {
      ...room.submitDeps.config,
      publicUrl: null,
      hasSecret: false,
      hasTransport: false,
    };
    const settings = { get: async () => null };
    const { submit } = createSubmitCampaign({ ...room.submitDeps, config, settings });
    const { id } = await room.written();
    const answer = await submit(id, ANN);
    expect(answer.ok ? [] : answer.problems?.map(({ code }) => code)).toEqual([
      'sender-unknown',
      'identity-missing',
      'public-url-missing',
      'secret-missing',
      'transport-missing',
    ]);
  });

  it('does not exist', async () => {
    expect(await room.submitting.submit('none', ANN)).toEqual({
      ok: false,
      reason: 'no-such-campaign',
    });
  });

  it('leaves nothing behind but a line in the audit trail', async () => {
    const { id } = await room.written({ sender: null });
    await room.submitting.submit(id, ANN);
    expect(await room.editions.list({ campaignId: id, limit: 1 })).toEqual([]);
    expect(await room.hands.of(id)).toEqual([]);
    const rows = await room.auditOf(id);
    expect(rows).toMatchObject([{ act: 'edition.submit', result: 'problems' }]);
  });
});
