import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMarkFile } from '../../server/src/adapters/mark-file';

describe('the high-water mark', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-mark-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is read as it was written, the last time', async () => {
    const keeper = createMarkFile(join(folder, 'made/when/needed'));
    expect(await keeper.read()).toBeNull();
    for (const seq of [1, 2]) await keeper.write({ databaseId: 'd', seq, seal: 'k1.s' });
    expect(await keeper.read()).toEqual({ databaseId: 'd', seq: 2, seal: 'k1.s' });
    expect(await readdir(join(folder, 'made/when/needed'))).toHaveLength(1);
  });

  it.each(['', '{', '[]', 'null', '{"seq":-1,"seal":"s","databaseId":"d"}', '{"seq":1}'])(
    'counts as missing when the file holds %j',
    async (text) => {
      await writeFile(join(folder, 'audit-mark.json'), text);
      expect(await createMarkFile(folder).read()).toBeNull();
    },
  );
});
