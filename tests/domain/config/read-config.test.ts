import { readConfig } from '../../../server/src/config/validate';

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
      `worker must be 'inline' or 'off', got "some"`,
      'approvals: no such setting',
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

  it('refuses two transports of one id', () => {
    const twice = [
      { id: 'main', host: 'a' },
      { id: 'main', host: 'b' },
    ];
    expect(complaintsOf({ transports: twice })).toEqual([
      'transports must have an id each of its own, got "main" twice',
    ]);
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
});
