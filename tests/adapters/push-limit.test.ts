import { createPushLimit } from '../../server/src/adapters/form-limit';

describe('the limit on pushes', () => {
  const until = async (may: () => Promise<boolean>, most = 2000): Promise<number> => {
    for (let n = 0; n < most; n += 1) if (!(await may())) return n;
    return most;
  };

  it('is not used up by what bears no signature', async () => {
    const limit = createPushLimit();
    expect(await until(() => limit.mayTry('192.0.2.0'))).toBe(30);
    expect(await until(() => limit.mayPush('shop'))).toBe(300);
  });

  it('is each source’s own', async () => {
    const limit = createPushLimit();
    await until(() => limit.mayPush('shop'));
    expect(await limit.mayPush('till')).toBe(true);
  });
});
