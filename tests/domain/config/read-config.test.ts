import { readConfig } from '../../../server/src/config/validate';
import { anRsaKey, anEd25519Key, ed25519Pem, rsaPem } from '../../support/dkim';

const complaintsOf = (raw: unknown): string[] => {
  try {
    readConfig(raw);
  } catch (error) {
    return String((error as Error).message).split('\n');
  }
  return [];
};

describe('the configuration', () => {
  it('may be absent: Strapi starts, and nothing is sent yet', () => {
    for (const nothing of [undefined, {}, { publicUrl: '', secret: '' }]) {
      expect(readConfig(nothing)).toMatchObject({
        publicUrl: null,
        secret: null,
        transports: [],
        sources: [],
      });
    }
  });

  it('fills in what is left out', () => {
    const config = readConfig({ transports: [{ id: 'main', host: 'smtp.example.com' }] });
    expect(config.transports[0]).toMatchObject({ port: 587, secure: 'starttls', connections: 5 });
    expect(config.approval.expiresAfterDays).toBe(7);
  });

  it('has exports only where it says so', () => {
    expect(readConfig({}).exports).toBe('off');
    expect(readConfig({ exports: 'on' }).exports).toBe('on');
    expect(complaintsOf({ exports: true })).toEqual(["exports must be 'on' or 'off', got true"]);
  });

  it('says all complaints at once, each with place, value and expectation', () => {
    expect(
      complaintsOf({
        publicUrl: 'cms.example.com/path',
        transports: [{ id: 'main', host: 'smtp.example.com', port: 0 }],
        worker: 'some',
        approvals: {},
      }),
    ).toEqual([
      'publicUrl must be an http(s) URL without path, e.g. https://cms.example.com, got "cms.example.com/path"',
      'transports[0].port must be a whole number from 1 to 65535, got 0',
      `worker must be 'inline', 'only' or 'off', got "some"`,
      'approvals: no such setting',
    ]);
  });

  it('takes the patience with a relay in milliseconds, a second at least', () => {
    const transport = { id: 'main', host: 'smtp.example.com' };
    const withPatience = (timeouts: object) => ({ transports: [{ ...transport, timeouts }] });
    const { transports } = readConfig(withPatience({ reply: 120_000 }));
    expect(transports[0]?.timeouts).toEqual({ reply: 120_000 });
    expect(complaintsOf(withPatience({ reply: 10, answer: 1000 }))).toEqual([
      'transports[0].timeouts.reply must be a whole number from 1000 to 3600000, got 10',
      'transports[0].timeouts.answer: no such setting',
    ]);
  });

  it("takes a rule of the site's own, which is a function", () => {
    const rule = () => ({ ok: true }) as const;
    expect(readConfig({ approval: { rule } }).approval.rule).toBe(rule);
    expect(readConfig({}).approval.rule).toBeNull();
    expect(complaintsOf({ approval: { rule: 'four eyes' } })).toEqual([
      'approval.rule must be a function, got "four eyes"',
    ]);
  });

  it('never prints a secret', () => {
    const complaints = complaintsOf({
      secret: 'hunter2',
      transports: [{ id: 'a', host: 'h', auth: { user: 'u', pass: 7 } }],
    });
    expect(complaints).toHaveLength(2);
    expect(complaints.join()).not.toMatch(/hunter2|7,/);
  });

  it('goes to Redis by URL or by its parts, which mean the same', () => {
    const parts = { host: 'r.example.com', port: 6380, user: 'u', password: 'p@ss', db: 3 };
    const same = { ...parts, tls: true, prefix: 'countersign' };
    expect(readConfig({ redis: { ...parts, tls: true } }).redis).toEqual(same);
    const url = 'rediss://u:p%40ss@r.example.com:6380/3';
    expect(readConfig({ redis: { url } }).redis).toEqual(same);
    expect(readConfig({ redis: { url: 'redis://[::1]' } }).redis).toMatchObject({
      ...{ host: '::1', port: 6379, db: 0, tls: false },
    });
  });

  it('has the embedded queue where Redis is absent or its variable is not set', () => {
    for (const redis of [undefined, null, '', { url: '' }]) {
      expect(readConfig({ redis }).redis).toBeNull();
    }
  });

  it('refuses a Redis it cannot find, without printing what may hold a password', () => {
    expect(complaintsOf({ redis: { url: 'http://:hunter2@example.com', db: -1 } })).toEqual([
      'redis.url must be a Redis URL, e.g. redis://:password@127.0.0.1:6379/0, got a value of another kind or length',
      'redis.db must be a whole number from 0 to 1000000, got -1',
    ]);
    expect(complaintsOf({ redis: { password: 'hunter2' } })).toEqual([
      'redis must be either a url or a host, got a value of another kind or length',
    ]);
  });

  it('refuses two transports of one id', () => {
    const twice = [
      { id: 'main', host: 'a' },
      { id: 'main', host: 'b' },
    ];
    expect(complaintsOf({ transports: twice })).toEqual([
      'transports must have an id each of its own, got "main" twice',
    ]);
  });

  it.each([
    ['a field that says it itself', 'agreed', { fields: { email: 'mail', consent: 'agreed' } }],
    [
      'a field of which some values mean yes',
      { field: 'answer', is: ['yes', 'please'] },
      { fields: { email: 'mail', consent: 'answer' }, consentIs: ['yes', 'please'] },
    ],
  ])('takes for consent %s', (_, consent, read) => {
    const source = { id: 'users', contentType: 'api::guest.guest', list: 'newsletter' };
    const { sources } = readConfig({
      sources: [{ ...source, fields: { email: 'mail', consent } }],
    });
    expect(sources).toEqual([{ ...source, ...read }]);
  });

  it('takes public forms, each with an id that no source has', () => {
    const form = { id: 'site-form', list: 'newsletter', wording: '2026-11' };
    expect(readConfig({ forms: [form] }).forms).toEqual([form]);
    expect(complaintsOf({ forms: [{ ...form, wording: '' }] })[0]).toMatch(/^forms\[0\]\.wording/);
    expect(complaintsOf({ forms: [form, form] })[0]).toMatch(/^sources and forms must have/);
  });

  it('refuses consent for which no value means yes', () => {
    const fields = { email: 'mail', consent: { field: 'answer', is: [] } };
    const source = { id: 'users', contentType: 'api::guest.guest', list: 'newsletter', fields };
    expect(complaintsOf({ sources: [source] })).toHaveLength(1);
  });

  it('takes a filter of a source, and says what is wrong with one', () => {
    const source = {
      ...{ id: 'users', contentType: 'api::guest.guest', list: 'newsletter' },
      fields: { email: 'mail', consent: 'agreed' },
    };
    const filter = { all: [{ field: 'town', is: 'equal', value: 'Kyoto' }] };
    expect(readConfig({ sources: [{ ...source, filter }] }).sources[0]?.filter).toEqual(filter);
    const like = { all: [{ field: 'town', is: 'like' }] };
    expect(complaintsOf({ sources: [{ ...source, filter: like }] })[0]).toMatch(
      /^sources\[0\]\.filter\.all\[0\]\.is must be 'equal'/,
    );
  });

  it('refuses a source without a consent field', () => {
    const source = {
      id: 'users',
      contentType: 'plugin::users-permissions.user',
      list: 'newsletter',
      fields: { email: 'email' },
    };
    expect(complaintsOf({ sources: [source] })[0]).toMatch(
      /^sources\[0\]\.fields\.consent must be the field/,
    );
  });

  it('takes a DKIM key as an environment variable holds it, and its domain as people write it', () => {
    const { privateKey } = anRsaKey();
    const given = { domain: 'Example.COM', selector: 'rsa' };
    const onOneLine = { ...given, privateKey: privateKey.replaceAll('\n', '\\n') };
    expect(readConfig({ dkim: [onOneLine] }).dkim).toEqual([anRsaKey()]);
    expect(readConfig({ dkim: [anEd25519Key(), anRsaKey()] }).dkim).toHaveLength(2);
  });

  it.each<[string, object, RegExp]>([
    ['no key', { privateKey: '' }, /^dkim\[0\]\.privateKey must be a private key in PEM/],
    ['a short key', { privateKey: rsaPem(512) }, /privateKey must be .* 1024 bits or more/],
    ['a public key', { privateKey: ed25519Pem().slice(0, 60) }, /privateKey must be a private key/],
    ['no domain', { domain: 'example' }, /^dkim\[0\]\.domain must be a domain, .*got "example"/],
    ['a selector of spaces', { selector: 'a b' }, /^dkim\[0\]\.selector must be the name before/],
  ])('refuses a DKIM entry with %s, and prints no key', (_, change, complaint) => {
    const complaints = complaintsOf({ dkim: [{ ...anRsaKey(), ...change }] });
    expect(complaints).toEqual([expect.stringMatching(complaint)]);
    expect(complaints.join()).not.toMatch(/BEGIN/);
  });

  it('refuses two DKIM keys under one name', () => {
    expect(complaintsOf({ dkim: [anRsaKey(), anEd25519Key({ selector: 'rsa' })] })).toEqual([
      'dkim keys must have an id each of its own, got "rsa._domainkey.example.com" twice',
    ]);
  });

  it('prints no secret that stands deeper in what is wrong', () => {
    expect(complaintsOf({ dkim: anRsaKey(), transports: { auth: { pass: 'hunter2' } } })).toEqual([
      'transports must be a list of transports, got {"auth":{"pass":"…"}}',
      'dkim must be a list of DKIM keys, got {"domain":"example.com","selector":"rsa","privateKey":"…"}',
    ]);
  });
});

describe('the roles that must approve', () => {
  const rolesOf = (approval: object) => readConfig({ approval }).approval.fromEachOf;

  it('are none unless told otherwise', () => {
    expect(rolesOf({})).toEqual([]);
    expect(rolesOf({ required: 2, fromEachOf: ['strapi-editor', 'legal-m3xk'] })).toEqual([
      'strapi-editor',
      'legal-m3xk',
    ]);
  });

  const LIST = "a list of role codes, e.g. ['strapi-editor'], each once";

  it.each([
    [{ fromEachOf: 'legal' }, `approval.fromEachOf must be ${LIST}, got "legal"`],
    [{ required: 2, fromEachOf: ['a', 'a'] }, `approval.fromEachOf must be ${LIST}, got ["a","a"]`],
    [{ fromEachOf: ['a b'] }, 'approval.fromEachOf[0] must be the code of a role, got "a b"'],
    [{ fromEachOf: [7] }, 'approval.fromEachOf[0] must be the code of a role, got 7'],
    [
      { fromEachOf: ['a', 'b'] },
      'approval.fromEachOf must be no more roles than approval.required asks for people, got ["a","b"]',
    ],
  ])('are refused as %j', (approval, complaint) => {
    expect(complaintsOf({ approval })).toEqual([complaint]);
  });
});
