import { escapeHtml } from '../../domain/messages/characters';
import { PAUSE_DAYS } from '../../domain/subscribers/pause';
import { SPACING_DAYS } from '../../domain/subscribers/spacing';
import type { Language } from '../language';
import type { OwnView } from '../rooms/people';
import { formOf } from './page';
import { PREFERENCE_WORDS } from './preference-words';

export function formsOf(view: OwnView, language: Language): string[] {
  const { isOut, lists } = view;
  const words = PREFERENCE_WORDS[language];
  const choosing = isOut || lists.length === 0 ? [] : [listForm(lists, language)];
  const leaving = isOut
    ? []
    : [`<h2>${words.leaving}</h2>`, formOf(button('leave-all', words.leaveAll, 'quiet'))];
  return [
    ...choosing,
    ...(isOut
      ? []
      : [
          ...languageForm(view, language),
          ...oftenForm(view, language),
          ...restForm(view, language),
        ]),
    ...leaving,
    `<h2>${words.data}</h2>`,
    formOf(button('download', words.download, 'quiet')),
    formOf(button('erase', words.erase, 'quiet')),
  ];
}

export const eraseForms = (language: Language): string[] => {
  const { eraseSure, eraseYes, back } = PREFERENCE_WORDS[language];
  const sure = `<label><input type="checkbox" name="sure" value="yes" required>${eraseSure}</label>`;
  return [formOf(sure + button('erase-for-good', eraseYes)), formOf(button('back', back, 'quiet'))];
};

function listForm(lists: OwnView['lists'], language: Language): string {
  const words = PREFERENCE_WORDS[language];
  const boxes = lists.map(
    ({ id, name, isOn }) =>
      `<label><input type="checkbox" name="list" value="${escapeHtml(id)}"${isOn ? ' checked' : ''}>` +
      `${escapeHtml(name)}</label>`,
  );
  const group = `<fieldset><legend>${words.lists}</legend>${boxes.join('')}</fieldset>`;
  return formOf(group + button('choose', words.save));
}

/** Each language by its own name: who has the wrong one finds theirs. */
function languageForm({ locale, locales }: OwnView, language: Language): string[] {
  if (locales.length < 2) return [];
  const words = PREFERENCE_WORDS[language];
  const options = locales.map((tag) => {
    const isChosen = tag === (locale ?? locales[0]);
    const chosen = isChosen ? ' selected' : '';
    return `<option value="${escapeHtml(tag)}" lang="${escapeHtml(tag)}"${chosen}>${escapeHtml(nameOf(tag))}</option>`;
  });
  const select = `<select id="language" name="language">${options.join('')}</select>`;
  return [
    formOf(
      `<label class="above" for="language">${words.language}</label>${select}` +
        button('language', words.saveLanguage, 'quiet'),
    ),
  ];
}

const nameOf = (tag: string): string =>
  new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

function oftenForm({ lists, spacing }: OwnView, language: Language): string[] {
  if (lists.length === 0) return [];
  const words = PREFERENCE_WORDS[language];
  const choices = [
    { value: '', text: words.asTheyCome, isChosen: spacing === null },
    ...SPACING_DAYS.map((days) => ({
      ...{ value: String(days), text: words.atMostEvery(days), isChosen: spacing === days },
    })),
  ];
  const options = choices.map(
    ({ value, text, isChosen }) =>
      `<option value="${value}"${isChosen ? ' selected' : ''}>${text}</option>`,
  );
  const select = `<select id="often" name="often">${options.join('')}</select>`;
  return [
    formOf(
      `<label class="above" for="often">${words.often}</label>${select}` +
        button('often', words.saveOften, 'quiet'),
    ),
  ];
}

function restForm({ lists, pausedUntil }: OwnView, language: Language): string[] {
  const words = PREFERENCE_WORDS[language];
  if (pausedUntil !== null) return [formOf(button('resume', words.resume, 'quiet'))];
  if (lists.length === 0) return [];
  const buttons = PAUSE_DAYS.map((days) => button(`pause-${days}`, words.pauseFor(days), 'quiet'));
  return [`<h2>${words.pause}</h2>`, formOf(`<div class="row">${buttons.join('')}</div>`)];
}

const button = (act: string, text: string, look?: 'quiet'): string =>
  `<button type="submit" name="act" value="${act}"${look ? ` class="${look}"` : ''}>${text}</button>`;
