import { aColleague, asking } from '../support/asking';
import { barredFrom, BOB, type By, CAT, goneOut } from '../support/barred';
import { paragraph, picture } from '../support/campaigns';
import { openOffice, type Office } from '../support/editorial-office';

let room: Office;
beforeEach(async () => {
  room = await openOffice();
  room.world.colleagues.set('dan', aColleague('dan'));
});
afterEach(() => room.close());

/** Everything happens a minute after what was before it. */
const later = () => (room.world.now += 60_000);

describe('a picture that somebody replaced', () => {
  const HERO = { mime: 'image/png' as const, url: 'https://files.example.com/hero.png' };
  const drawn = (text: string): void => {
    const bytes = Buffer.from(`\x89PNG\r\n\x1a\n${text}`, 'latin1');
    for (const url of [HERO.url, `${HERO.url}?v=2`])
      room.world.pictures.set(url, { ...HERO, bytes });
  };
  const replaced = async (by: By, text: string): Promise<void> => {
    later();
    await room.noticing.replaced([HERO.url], by);
    drawn(text);
  };
  const shown = () => {
    later();
    const urls = [HERO.url, `${HERO.url}?v=2`];
    return room.submitted({ body: [paragraph('Look:'), ...urls.map((url) => picture(url))] });
  };
  beforeEach(() => drawn('a hero'));

  it('makes them a hand in what shows it, the first newsletter of a site too, and in nothing else', async () => {
    await replaced(BOB, 'a whole text');
    expect(await barredFrom(room, await shown())).toEqual(['bob']);
    later();
    expect(await barredFrom(room, await room.submitted())).toEqual([]);
  });

  it('makes them none in what holds the bytes that were there before', async () => {
    const edition = await shown();
    await replaced(BOB, 'a whole text');
    expect(await barredFrom(room, edition)).toEqual([]);
  });

  it('is nobody’s once the very same bytes have gone out, and not before', async () => {
    await replaced(BOB, 'a whole text');
    await goneOut(room, await shown(), CAT);
    expect(await barredFrom(room, await shown())).toEqual([]);
    drawn('other bytes, by a way nobody saw');
    expect(await barredFrom(room, await shown())).toEqual(['bob']);
  });

  it('is shown as one of nobody we know where no admin user did it', async () => {
    await replaced(asking('7', { door: 'content-api-token' }), 'a whole text');
    const hands = await room.hands.in(await shown());
    expect(hands.map(({ person }) => person)).toEqual(['ann', 'unknown']);
  });
});
