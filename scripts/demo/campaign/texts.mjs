/** The demo's two campaigns as an author writes them, and what a reader's copy must begin with. */
export const SPRING = {
  name: 'Spring letter',
  hasPicture: true,
  en: {
    subject: 'Spring is here, {{ subscriber.name | default: "dear reader" }}',
    preheader: 'Two weeks early, and the plum trees know it.',
    greeting: 'Hello {{ subscriber.name | default: "dear reader" }}!',
    paragraphs: [
      'The plum trees are out two weeks early. What to prune now, and what to leave alone:',
      'With kind regards from the workshop.',
    ],
    points: ['roses: now', 'hydrangeas: not before May', 'the old apple tree: ask it first'],
    link: { text: 'Read the whole letter', url: 'https://www.example.org/spring' },
    alternativeText: 'A low sun over green hills',
  },
  ja: {
    subject: '春が来ました、{{ subscriber.name | default: "読者" }}様',
    preheader: '梅が二週間早く咲きました。',
    greeting: '{{ subscriber.name | default: "読者" }}様、こんにちは。',
    paragraphs: ['梅が二週間早く咲きました。今切るべき枝は次のとおりです。', '工房より。'],
    points: ['バラ：今すぐ', 'アジサイ：五月まで待つ', '古いリンゴの木：まず木に聞く'],
    link: { text: '続きを読む', url: 'https://www.example.org/ja/spring' },
    alternativeText: '緑の丘に昇る朝日',
  },
};

export const SUMMER = {
  name: 'Summer letter',
  hasPicture: false,
  en: {
    subject: 'Open workshop day: will you come, {{ subscriber.name | default: "dear reader" }}?',
    preheader: 'The kettle is on from ten.',
    greeting: 'Dear {{ subscriber.name | default: "dear reader" }}!',
    paragraphs: ['On the first Saturday of June the doors are open.', 'Bring a cup.'],
    points: ['ten o’clock: tour', 'noon: soup', 'three o’clock: questions'],
    link: { text: 'How to find us', url: 'https://www.example.org/open-day' },
  },
  ja: {
    subject: '{{ subscriber.name | default: "読者" }}様、工房公開日のご案内',
    preheader: '十時からお茶をご用意します。',
    greeting: '{{ subscriber.name | default: "読者" }}様へ。',
    paragraphs: [
      '六月の第一土曜日、工房の扉を開けてお待ちしています。',
      'カップをお持ちください。',
    ],
    points: ['十時：見学', '正午：スープ', '三時：質問の時間'],
    link: { text: '道案内', url: 'https://www.example.org/ja/open-day' },
  },
};

/** What a merge tag leaves behind for this reader. */
export const filled = (text, name) =>
  text.replace(
    /\{\{ subscriber\.name \| default: "(.*?)" \}\}/g,
    (_, fallback) => name || fallback,
  );
