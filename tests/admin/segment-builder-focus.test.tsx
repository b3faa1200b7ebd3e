import { act, fireEvent, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { Builder } from '../../admin/src/pages/segments/builder/Builder';
import { beginWith, reduce } from '../../admin/src/pages/segments/builder/reduce';
import { writeRule } from '../../admin/src/pages/segments/builder/write';
import type { Rule } from '../../admin/src/segments/rule';
import { ATTRIBUTES } from '../support/segments';
import { show } from './show';

const LISTS = [{ id: 'news', name: 'Newsletter', readers: 3, sources: [] }];
const NONE = new Map<number, never>();

function Building({ rule, isStrict = false }: { rule?: Rule; isStrict?: boolean }) {
  const [state, dispatch] = useReducer(reduce, rule, beginWith);
  const missing = writeRule(state.root, ATTRIBUTES).missing ?? NONE;
  const known = { attributes: ATTRIBUTES, lists: LISTS, locales: ['en', 'ja'] };
  return <Builder {...{ ...known, state, dispatch, missing, isStrict }} />;
}

const press = (name: string) =>
  act(() => void fireEvent.click(screen.getByRole('button', { name })));
const condition = (place: string) => screen.getByRole('group', { name: `Condition ${place}` });
const isIn = (part: HTMLElement): boolean => part.contains(document.activeElement);

describe('the builder on the screen', () => {
  it('leaves the keyboard where it is when it opens', () => {
    show(<Building />);
    expect(document.activeElement).toBe(document.body);
  });

  it('brings the keyboard to what is added, and back to a neighbour of what is removed', () => {
    show(<Building />);
    press('Add condition');
    expect(isIn(condition('2'))).toBe(true);
    press('Add group');
    expect(isIn(screen.getByRole('group', { name: 'Group 3' }))).toBe(true);
    press('Add condition (3)');
    expect(isIn(condition('3.2'))).toBe(true);
    press('Remove condition 3.2');
    expect(isIn(condition('3.1'))).toBe(true);
    press('Remove group 3');
    expect(isIn(condition('2'))).toBe(true);
  });

  it('says what is missing where it is missing', () => {
    show(<Building isStrict />);
    const note = within(condition('1')).getByText('Choose what to look at.');
    const what = within(condition('1')).getByRole('combobox', { name: 'What' });
    expect(what.getAttribute('aria-describedby')).toBe(note.parentElement?.id);
  });

  it('shows a saved rule in its controls, in both languages', () => {
    const rule: Rule = {
      kind: 'all',
      rules: [
        { kind: 'not', rule: { kind: 'list', list: 'news' } },
        { kind: 'text', attribute: 'plan', is: 'contains', value: 'pro' },
      ],
    };
    const { unmount } = show(<Building rule={rule} />);
    expect(condition('1').textContent).toMatch(/On a list.*Newsletter.*is not on/);
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveProperty('value', 'pro');
    unmount();
    show(<Building rule={rule} />, { language: 'ja' });
    const first = screen.getByRole('group', { name: '条件 1' });
    expect(first.textContent).toMatch(/リストへの登録.*Newsletter.*登録していない/);
  });

  it('takes no more than fits, and says so', () => {
    const one: Rule = { kind: 'list', list: 'news' };
    const rule: Rule = { kind: 'all', rules: Array.from({ length: 20 }, () => one) };
    show(<Building rule={rule} />);
    const add = screen.getByRole('button', { name: 'Add condition' });
    expect(add).toHaveProperty('disabled', true);
    expect(screen.getByText(/No more fits in here/).id).toBe(add.getAttribute('aria-describedby'));
  });
});
