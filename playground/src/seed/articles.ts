interface Text {
  readonly title: string;
  readonly text: string;
}

export interface SeedArticle {
  readonly slug: string;
  /** The cover's colours, from left to right, as red, green, blue. */
  readonly colour: readonly [Rgb, Rgb];
  readonly en: Text;
  readonly ja: Text;
}

export type Rgb = readonly [number, number, number];

export const ARTICLES: readonly SeedArticle[] = [
  {
    slug: 'spring-in-the-garden',
    colour: [
      [250, 214, 200],
      [214, 90, 110],
    ],
    en: {
      title: 'Spring in the garden',
      text: 'The plum trees are out, two weeks early. What to prune now, and what to leave alone.',
    },
    ja: {
      title: '庭の春',
      text: '梅が二週間早く咲きました。今切るべき枝と、そのままにしておく枝をご紹介します。',
    },
  },
  {
    slug: 'a-letter-from-the-workshop',
    colour: [
      [196, 222, 240],
      [36, 84, 140],
    ],
    en: {
      title: 'A letter from the workshop',
      text: 'We have moved. The new workshop has light from the north, and a kettle for visitors.',
    },
    ja: {
      title: '工房からの便り',
      text: '引っ越しました。新しい工房には北からの光と、お客様のためのやかんがあります。',
    },
  },
  {
    slug: 'how-we-keep-addresses',
    colour: [
      [214, 234, 208],
      [58, 120, 74],
    ],
    en: {
      title: 'How we keep your address',
      text: 'Nobody here can read the list. A second person looks at every letter before it leaves.',
    },
    ja: {
      title: 'アドレスの守り方',
      text: '名簿を読める人はここにはいません。どの手紙も、送る前に二人目が確かめます。',
    },
  },
];
