import { useSentences } from '../../admin/src/words';
import { show } from './show';

function Two() {
  return <>{useSentences()('上限に達しました。', '13:31に再開します。')}</>;
}

it.each([
  ['ja', '上限に達しました。13:31に再開します。'],
  ['en', '上限に達しました。 13:31に再開します。'],
] as const)(
  'sentences after each other have a space between them as %s writes',
  (language, text) => {
    expect(show(<Two />, { language }).container.textContent).toBe(text);
  },
);
