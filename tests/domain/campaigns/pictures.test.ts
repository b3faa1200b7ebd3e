import {
  assetName,
  assetOf,
  assetUrl,
  hashInName,
  pictureKind,
} from '../../../server/src/domain/campaigns/pictures';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the kind of a picture', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['\xff\xd8\xff\xe0....', 'image/jpeg'],
    ['GIF89a....', 'image/gif'],
    ['GIF87a....', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
  ])('is told by its first bytes', (bytes, kind) => {
    expect(pictureKind(latin(bytes))).toBe(kind);
  });

  it.each([
    '<svg onload="x()">',
    '<?xml version="1.0"?><svg>',
    '',
    'GIF',
    '%PDF-1.7',
    'RIFF....WAVEfmt ',
    'BM....',
  ])('is none of ours for %j', (bytes) => {
    expect(pictureKind(latin(bytes))).toBeUndefined();
  });
});

describe('a frozen picture', () => {
  const asset = assetOf({ mime: 'image/jpeg', bytes: latin('abc') });

  it('is named by its content', () => {
    expect(asset).toEqual({
      hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      mime: 'image/jpeg',
      bytes: 3,
    });
    expect(assetUrl('https://cms.example.com', asset)).toBe(
      `https://cms.example.com/api/countersign/assets/${asset.hash}.jpg`,
    );
  });

  it('is found by that name and no other', () => {
    expect(hashInName(assetName(asset))).toBe(asset.hash);
    for (const name of [
      'x.jpg',
      `../${asset.hash}.jpg`,
      `${asset.hash}.svg`,
      `${asset.hash}.jpg\n`,
    ]) {
      expect(hashInName(name)).toBeUndefined();
    }
  });
});
