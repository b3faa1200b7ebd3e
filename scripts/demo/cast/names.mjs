/** Names that nobody bears: taken from plants, weather and places that do not exist. */
const ENGLISH = {
  given: [
    'Juniper',
    'Bramble',
    'Larkin',
    'Pippa',
    'Orla',
    'Quill',
    'Thistle',
    'Rowan',
    'Fenn',
    'Maple',
  ],
  family: [
    'Moonwater',
    'Fernwick',
    'O’Lantern',
    'Marrowby',
    'Quillfeather',
    'Pebblestone',
    'Larkspur',
  ],
  more: ['Gingerfield', 'Snowmarch', 'Tumbleweed', 'Winterbourne-Fay', 'Copperkettle'],
};

const JAPANESE = {
  family: [
    ...[
      ['星降', 'hoshifuri'],
      ['霧野原', 'kirinohara'],
      ['月影森', 'tsukikagemori'],
      ['虹ヶ谷', 'nijigaya'],
    ],
    ...[
      ['雪見坂', 'yukimizaka'],
      ['風待', 'kazamachi'],
      ['鈴音川', 'suzunegawa'],
    ],
  ],
  given: [
    ...[
      ['こはる', 'koharu'],
      ['そら', 'sora'],
      ['ひなた', 'hinata'],
      ['みずき', 'mizuki'],
      ['つばさ', 'tsubasa'],
    ],
    ...[
      ['ほたる', 'hotaru'],
      ['りんどう', 'rindou'],
      ['しずく', 'shizuku'],
      ['あかね', 'akane'],
    ],
  ],
};

const pick = (list, index) => list[index % list.length];

/** The English name with number `n`; two numbers may share a name, as people do. */
export function englishName(n) {
  const families = [...ENGLISH.family, ...ENGLISH.more];
  const [given, family] = [pick(ENGLISH.given, n), pick(families, Math.floor(n / 3))];
  return { displayName: `${given} ${family}`, local: asLocal(`${given}.${family}`) };
}

export function japaneseName(n) {
  const [family, given] = [pick(JAPANESE.family, n), pick(JAPANESE.given, Math.floor(n / 2))];
  return { displayName: `${family[0]} ${given[0]}`, local: `${given[1]}.${family[1]}` };
}

const asLocal = (name) => name.toLowerCase().replace(/[^a-z.]/g, '');
