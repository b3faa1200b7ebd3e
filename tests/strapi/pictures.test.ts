import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { FILE_UID } from '../../server/src/names';
import {
  approve,
  campaignAt,
  openNewsroom,
  paragraph,
  readersOf,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import {
  pictureBlock,
  replacePicture,
  uploadPicture,
  type UploadedFile,
} from '../support/pictures';
import { hireSuperAdmin, type Colleague } from '../support/staff';
import { apiToken } from '../support/strangers';
import { bootStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let room: Newsroom;
/** May do everything, and writes no campaign. */
let painter: Colleague;
let picture: UploadedFile;

beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  painter = await hireSuperAdmin(app, 'Painter');
  await signUp(app.strapi, [{ email: 'r@readers.example.test', name: 'R', language: 'en' }]);
  await readersOf(room.operator, 1);
});

beforeEach(async () => {
  picture = await uploadPicture(painter);
});

afterAll(() => app.close());

/** The author's, with the picture as it is by now. */
async function shown() {
  const campaign = await writeCampaign(room.author);
  const body = [paragraph('Look:'), pictureBlock(picture)];
  await room.author.put(campaignAt(campaign), { body }).expect(200);
  return submit(room.author, campaign);
}

const handsIn = async ({ id }: { readonly id: string }): Promise<string[]> => {
  const { body } = await room.approver.get(`/countersign/editions/${id}`).expect(200);
  return body.hands.map(({ person }: { person: { id: string } }) => person.id);
};

describe('whoever has to do with a picture', () => {
  it('has a hand in what shows it if they replaced it', async () => {
    await replacePicture(painter, picture).expect(200);
    const edition = await shown();
    expect(await handsIn(edition)).toEqual([room.author.id, painter.id]);
    const { status, body } = await approve(painter, edition);
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringMatching(/a picture or a source that this goes out with/),
    ]);
    await approve(room.approver, edition).expect(200);
  });

  it('has none if they only uploaded it, named it or said what is on it: its author looks at it', async () => {
    const words = { fileInfo: { name: 'other.png', alternativeText: 'Dawn', caption: 'At sea' } };
    await painter.post(`/upload?id=${picture.id}`, words).expect(200);
    const updates = [{ id: picture.id, fileInfo: { caption: 'At dawn' } }];
    await painter.post('/upload/actions/bulk-update', { updates }).expect(200);
    const edition = await shown();
    expect(await handsIn(edition)).toEqual([room.author.id]);
    await approve(painter, edition).expect(200);
  });

  it('has one though Strapi failed at it half-way, when the bytes were there', async () => {
    const { static: folders } = app.strapi.dirs;
    const thumbnail = path.join(folders.public, 'uploads', `thumbnail_${picture.hash}.png`);
    await rm(thumbnail);
    await mkdir(thumbnail);
    await replacePicture(painter, picture).expect(500);
    expect(await handsIn(await shown())).toEqual([room.author.id, painter.id]);
  });

  it.each(['update', 'updateMany'] as const)(
    'is nobody we know if host code wrote of another into its row, by %s',
    async (write) => {
      const files = app.strapi.db.query(FILE_UID);
      await files[write]({ where: { id: picture.id }, data: { size: 1 } });
      expect(await handsIn(await shown())).toEqual([room.author.id, 'unknown']);
    },
  );

  it('is nobody we know if they came with a token of the content API', async () => {
    const token = await apiToken(app, 'full-access');
    const post = (at: string) => token.post(`/api${at}`);
    await replacePicture({ post }, picture).expect(200);
    expect(await handsIn(await shown())).toEqual([room.author.id, 'unknown']);
  });
});
