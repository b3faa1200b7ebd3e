import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer } from '../../../server/src/adapters/render/renderer';
import { finishMessage, prepareMessage } from '../../../server/src/domain/messages/compose';
import { fillMime } from '../../../server/src/domain/messages/mime/fill';
import type { MessageSource } from '../../../server/src/domain/messages/source';
import {
  aSource,
  heading,
  item,
  link,
  list,
  paragraph,
  picture,
  quote,
  someValues,
  text,
} from '../../support/messages';

const FOLDER = join(__dirname, '../../golden/messages');

async function bytes(source: MessageSource, name: string): Promise<string> {
  const prepared = prepareMessage(source);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const html = await createRenderer().renderLayout(prepared.value.layout);
  const finished = finishMessage(prepared.value, html);
  if (!finished.ok) throw new Error(JSON.stringify(finished.problems));
  return fillMime(finished.value.mime, someValues({ 'subscriber.name': name }));
}

const frozenUrlOf = (): string => `https://cms.example.com/countersign/a/${'5e'.repeat(32)}`;

const ENGLISH = aSource({
  subject: 'Hello {{ subscriber.name | default: "stargazer" }}: the sky in June',
  preheader: 'Three planets before breakfast',
  frozenUrlOf,
  blocks: [
    heading(1, 'The sky in June'),
    paragraph('Dear ', text('{{ subscriber.name | default: “stargazer” }}', { bold: true }), ','),
    paragraph(
      'June nights are short, but there is much to see. Read ',
      link('https://observatory.example.com/june?from=mail&n=6', 'the whole almanac'),
      ' or come and look for yourself: the dome is open every clear Friday & Saturday.',
    ),
    picture('/uploads/dome.png', { alternativeText: 'The dome at dusk' }),
    heading(2, 'Not to be missed'),
    list(
      'unordered',
      item('Venus, low in the west'),
      item('Before sunrise:'),
      list('ordered', item('Saturn'), item('Jupiter')),
      item('The ', text('International Space Station', { italic: true })),
    ),
    quote('We are all in the gutter, but some of us are looking at the stars.'),
    paragraph(''),
  ],
});

const JAPANESE = aSource({
  locale: 'ja',
  subject: '{{ subscriber.name | default: "読者" }}様 六月の星空だより',
  preheader: '明け方に三つの惑星が並びます',
  from: { name: '例示天文台', address: 'news@例え.jp' },
  replyTo: 'desk@example.com',
  listName: '星空だより',
  identity: {
    name: '例示天文台',
    postalAddress: '〒100-0001\n東京都千代田区千代田1-1',
    contact: 'https://observatory.example.com/contact',
    reason: { ja: 'このメールは、配信を希望された方にお送りしています。' },
  },
  frozenUrlOf,
  blocks: [
    heading(1, '六月の星空'),
    paragraph('｛｛　subscriber.name　｜　default：「読者」　｝｝様'),
    paragraph(
      '夜の短い季節ですが、見どころはたくさんあります。詳しくは',
      link('https://observatory.example.com/ja/june', '星空暦'),
      'をご覧ください。🔭',
    ),
    picture('/uploads/dome.png', { alternativeText: '夕暮れのドーム', width: 400, height: 300 }),
    list('ordered', item('西の空に金星'), item(text('日の出前に土星と木星', { bold: true }))),
  ],
});

describe('whole messages', () => {
  it.each([
    ['english.eml', ENGLISH, 'Zoë Müller'],
    ['english-no-name.eml', ENGLISH, ''],
    ['japanese.eml', JAPANESE, '山田 太郎'],
  ])('are as they were when somebody last looked at them: %s', async (file, source, name) => {
    const path = join(FOLDER, file);
    const message = await bytes(source, name);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, message);
    expect(message).toBe(readFileSync(path, 'latin1'));
  });
});
