import { escapeHtml } from '../../domain/messages/characters';
import type { Language } from '../language';
import type { OwnView } from '../rooms/people';
import { PREFERENCE_WORDS } from './preference-words';

/** Each posts to this very page: the token stands in its address and nowhere in it. */
export function formsOf({ isOut, lists }: OwnView, language: Language): string[] {
  const words = PREFERENCE_WORDS[language];
  const choosing = isOut || lists.length === 0 ? [] : [listForm(lists, language)];
  const leaving = isOut ? [] : [form(button('leave-all', words.leaveAll, 'quiet'))];
  return [
    ...choosing,
    ...leaving,
    `<h2>${words.data}</h2>`,
    form(button('download', words.download, 'quiet')),
    form(button('erase', words.erase, 'quiet')),
  ];
}

export const eraseForms = (language: Language): string[] => {
  const { eraseYes, back } = PREFERENCE_WORDS[language];
  return [form(button('erase-for-good', eraseYes)), form(button('back', back, 'quiet'))];
};

function listForm(lists: OwnView['lists'], language: Language): string {
  const words = PREFERENCE_WORDS[language];
  const boxes = lists.map(
    ({ id, name, isOn }) =>
      `<label><input type="checkbox" name="list" value="${escapeHtml(id)}"${isOn ? ' checked' : ''}>` +
      `${escapeHtml(name)}</label>`,
  );
  const group = `<fieldset><legend>${words.lists}</legend>${boxes.join('')}</fieldset>`;
  return form(group + button('choose', words.save));
}

const form = (inner: string): string => `<form method="post">${inner}</form>`;

const button = (act: string, text: string, look?: 'quiet'): string =>
  `<button type="submit" name="act" value="${act}"${look ? ` class="${look}"` : ''}>${text}</button>`;
