import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPictureReader, type LibraryFile } from '../../server/src/adapters/host/pictures';
import { MAX_PICTURE_BYTES } from '../../server/src/domain/campaigns/pictures';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('the rest')]);

let folder: string;
let publicDir: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'countersign-pictures-'));
  publicDir = path.join(folder, 'public');
  await mkdir(path.join(publicDir, 'uploads'), { recursive: true });
  await mkdir(path.join(folder, 'public-not'));
  await writeFile(path.join(publicDir, 'uploads', 'a.png'), PNG);
  await writeFile(path.join(publicDir, 'uploads', 'text.png'), '<svg onload="x()">');
  await writeFile(path.join(publicDir, 'uploads', 'big.png'), Buffer.alloc(MAX_PICTURE_BYTES + 1));
  await writeFile(path.join(folder, 'secret.png'), PNG);
  await writeFile(path.join(folder, 'public-not', 'secret.png'), PNG);
  await symlink(path.join(folder, 'secret.png'), path.join(publicDir, 'uploads', 'link.png'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const local = (url: string): LibraryFile => ({ provider: 'local', url });
const read = (files: LibraryFile[], url: string) =>
  createPictureReader({
    publicDir,
    fetch,
    findByUrl: async (wanted) => files.find((file) => file.url === wanted) ?? null,
  }).read(url);

describe('a picture on this disk', () => {
  it('is read with the kind its bytes say', async () => {
    expect(await read([local('/uploads/a.png')], '/uploads/a.png')).toEqual({
      ok: true,
      value: { mime: 'image/png', bytes: PNG, url: '/uploads/a.png' },
    });
  });

  it('is read where the folder of uploads is a link to another disk', async () => {
    const elsewhere = path.join(folder, 'linked');
    await mkdir(elsewhere);
    await symlink(path.join(publicDir, 'uploads'), path.join(elsewhere, 'uploads'));
    const file = local('/uploads/a.png');
    const reader = createPictureReader({
      publicDir: elsewhere,
      fetch,
      findByUrl: async () => file,
    });
    expect((await reader.read(file.url)).ok).toBe(true);
  });

  it.each([
    'http://localhost:1337/uploads/a.png',
    'https://cms.example.com/uploads/a.png?width=3#x',
    'https://cms.example.com/cms/uploads/a.png',
  ])('is found under the address the editor wrote: %s', async (url) => {
    expect((await read([local('/uploads/a.png')], url)).ok).toBe(true);
  });

  it.each([
    ['/uploads/../../secret.png'],
    ['/../public-not/secret.png'],
    ['/uploads/link.png'],
    ['/uploads'],
    ['/uploads/'],
    ['/a.png'],
    ['/uploads/gone.png'],
    ['/uploads/a.png\0.png'],
  ])(
    'is unreachable when the record leads out of the public folder or to no file: %j',
    async (url) => {
      expect(await read([local(url)], url)).toEqual({ ok: false, reason: 'unreachable' });
    },
  );

  it('must not be too big', async () => {
    const answer = await read([local('/uploads/big.png')], '/uploads/big.png');
    expect(answer).toEqual({ ok: false, reason: 'too-big' });
  });

  it('must be a picture, whatever its name says', async () => {
    const answer = await read([local('/uploads/text.png')], '/uploads/text.png');
    expect(answer).toEqual({ ok: false, reason: 'not-an-image' });
  });
});

describe('a picture at an upload provider', () => {
  const remote = (url: string): LibraryFile => ({ provider: 'bucket', url });

  it('is fetched from where the record says', async () => {
    const url = `${await serve((_, res) => res.end(PNG))}/a.png`;
    expect(await read([remote(url)], url)).toMatchObject({ value: { mime: 'image/png' } });
  });

  it.each<[string, RequestListener]>([
    ['is not there', (_, res) => res.writeHead(404).end(PNG)],
    [
      'is somewhere else',
      ({ url }, res) =>
        url === '/b.png' ? res.end(PNG) : res.writeHead(302, { location: '/b.png' }).end(),
    ],
    [
      'breaks off',
      (_, res) => res.writeHead(200, { 'content-length': 99 }).write(PNG, () => res.destroy()),
    ],
    ['is refused', (_, res) => res.destroy()],
  ])('is unreachable when it %s', async (_, listener) => {
    const url = `${await serve(listener)}/a.png`;
    expect(await read([remote(url)], url)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('is given up as soon as it is too big, whatever it claimed', async () => {
    const url = `${await serve((_, res) => {
      res.on('error', () => undefined);
      res.write(PNG);
      res.end(Buffer.alloc(MAX_PICTURE_BYTES));
    })}/a.png`;
    expect(await read([remote(url)], url)).toEqual({ ok: false, reason: 'too-big' });
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/a.png', '/relative.png'])(
    'is not fetched from %s',
    async (url) => {
      expect(await read([remote(url)], url)).toEqual({ ok: false, reason: 'unreachable' });
    },
  );
});

describe('an address the media library does not know', () => {
  it('is never fetched', async () => {
    let asked = 0;
    const url = `${await serve((_, res) => {
      asked += 1;
      res.end(PNG);
    })}/a.png`;
    expect(await read([], url)).toEqual({ ok: false, reason: 'unknown' });
    expect(asked).toBe(0);
  });
});
