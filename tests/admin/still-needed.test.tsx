import { screen } from '@testing-library/react';
import { StillNeeded } from '../../admin/src/pages/review/StillNeeded';
import { show } from './show';

const shown = (missing: number, roles: string[], language: 'en' | 'ja') => {
  const seats = { missing, roles };
  const { container } = show(<StillNeeded of={{ given: 0, required: 3, missing: 3, seats }} />, {
    language,
  });
  return container.textContent;
};

describe('whose signature is still needed', () => {
  it.each([
    ['one role', 1, ['Legal'], 'Still needed: one from “Legal”.'],
    ['two', 2, ['Legal', 'Chief'], 'Still needed: one each from “Legal” and “Chief”.'],
    ['either', 1, ['Legal', 'Chief'], 'Still needed: one from among “Legal” and “Chief”.'],
  ])('is said of %s in English', (_, missing, roles, words) => {
    expect(shown(missing, roles, 'en')).toBe(words);
  });

  it.each([
    ['one role', 1, ['法務'], '「法務」から、あと1人の承認が必要です。'],
    ['two', 2, ['法務', '編集長'], '「法務」、「編集長」から、あと1人ずつの承認が必要です。'],
    [
      'either',
      1,
      ['法務', '編集長'],
      '「法務」、「編集長」のいずれかから、あと1人の承認が必要です。',
    ],
  ])('is said of %s in Japanese', (_, missing, roles, words) => {
    expect(shown(missing, roles, 'ja')).toBe(words);
  });

  it('is not mentioned where no role is missing', () => {
    shown(0, [], 'en');
    expect(screen.queryByText(/Still needed/)).toBeNull();
  });
});
