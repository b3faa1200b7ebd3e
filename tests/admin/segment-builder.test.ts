import fc from 'fast-check';
import { fits, type Known } from '../../server/src/domain/segments/check';
import { matches } from '../../server/src/domain/segments/matches';
import { ATTRIBUTES, LISTS, NOW, readers, rules } from '../support/segments';
import {
  aCondition,
  type DraftCondition,
  type DraftGroup,
} from '../../admin/src/pages/segments/builder/draft';
import {
  beginWith,
  reduce,
  type BuilderAct,
  type BuilderState,
} from '../../admin/src/pages/segments/builder/reduce';
import { askHow, askOf } from '../../admin/src/pages/segments/builder/topic';
import { writeRule } from '../../admin/src/pages/segments/builder/write';

const KNOWN: Known = {
  lists: new Set(LISTS),
  attributes: new Map(ATTRIBUTES.map(({ name, kind }) => [name, kind])),
};

const after = (...acts: BuilderAct[]): BuilderState => acts.reduce(reduce, beginWith(undefined));
const addTo = (to: number): BuilderAct => ({ act: 'add-condition', to });
const remove = (part: number): BuilderAct => ({ act: 'remove', part });
const idsOf = (state: BuilderState): number[] => state.root.parts.map(({ id }) => id);
const written = (state: BuilderState) => writeRule(state.root, ATTRIBUTES);
const ask = (id: number, change: Partial<DraftCondition>): BuilderAct => ({
  act: 'ask',
  condition: { ...aCondition(id), ...change },
});

describe('a builder', () => {
  it('begins with one condition to fill in, of which all must be true', () => {
    const { root, focus } = beginWith(undefined);
    expect(root).toMatchObject({ joined: 'all', parts: [{ kind: 'condition', what: '' }] });
    expect(focus).toBeNull();
  });

  it('goes on from a rule that was saved, and changes nothing in what it means', () => {
    fc.assert(
      fc.property(rules, readers, (rule, reader) => {
        fc.pre(fits(rule, KNOWN));
        const again = written(beginWith(rule)).rule;
        expect(again && fits(again, KNOWN)).toBe(true);
        expect(again && matches(again, reader, NOW)).toBe(matches(rule, reader, NOW));
      }),
    );
  });

  it('goes on in what was added', () => {
    const state = after(addTo(0));
    expect(state.focus).toEqual({ on: idsOf(state).at(-1) });
    const nested = reduce(state, { act: 'add-group', to: 0 });
    const group = nested.root.parts.at(-1);
    expect(group).toMatchObject({ kind: 'group', joined: 'any', parts: [{ kind: 'condition' }] });
    expect(nested.focus).toEqual({ on: group?.id });
  });

  it('goes on in what moved up after a removal, else in what stood before, else in the group', () => {
    const three = after(addTo(0), addTo(0));
    const [first = 0, second = 0, third = 0] = idsOf(three);
    expect(reduce(three, remove(second)).focus).toEqual({ on: third });
    expect(reduce(three, remove(third)).focus).toEqual({ on: second });
    const none = [first, second, third].map(remove).reduce(reduce, three);
    expect(none.root.parts).toEqual([]);
    expect(none.focus).toEqual({ on: none.root.id });
  });

  it('brings the keyboard to the same place again when that is asked for again', () => {
    const twice: BuilderAct = { act: 'go-to', part: 1 };
    const once = after(twice);
    expect(reduce(once, twice).focus).not.toBe(once.focus);
    expect(reduce(once, { act: 'join', group: 0, joined: 'any' }).focus).toBe(once.focus);
  });

  it('gives every part an id of its own', () => {
    const state = after({ act: 'add-group', to: 0 }, addTo(2), addTo(0), remove(1), addTo(2));
    const ids = allIds(state.root);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never takes away the whole', () => {
    expect(after(remove(0)).root).toEqual(beginWith(undefined).root);
  });
});

const allIds = (group: DraftGroup): number[] => [
  group.id,
  ...group.parts.flatMap((part) => (part.kind === 'group' ? allIds(part) : [part.id])),
];

describe('an unfinished rule', () => {
  const plan = { what: 'attribute.plan', how: 'equal' } as const;
  for (const [situation, change, missing] of [
    ['nothing is looked at', {}, 'what'],
    ['an attribute is gone', { what: 'attribute.shoe', how: 'equal', value: '7' }, 'gone'],
    ['no list is chosen', { what: 'list', how: 'on' }, 'list'],
    ['no list is chosen, and a day is', since({ value: '2026-11-01' }), 'list'],
    ['a list is chosen and no day', since({ list: 'news' }), 'day'],
    ['there is no text', plan, 'text'],
    ['the text is too long', { ...plan, value: 'x'.repeat(201) }, 'text'],
    ['there is no number', { what: 'attribute.visits', how: 'at-least' }, 'number'],
    ['there are no days', { what: 'attribute.joined', how: 'in-the-last' }, 'days'],
    ['there are too many days', { ...lastDays('3651') }, 'days'],
    ['days are no whole number', { ...lastDays('1.5') }, 'days'],
    ['no language is chosen', { what: 'locale', how: 'equal' }, 'locale'],
  ] as const) {
    it(`says what is missing where ${situation}`, () => {
      const { rule, missing: found } = written(after(ask(1, change)));
      expect(rule).toBeUndefined();
      expect(found?.get(1)).toBe(missing);
    });
  }

  it('says so of a group that holds nothing', () => {
    expect(written(after(remove(1))).missing?.get(0)).toBe('part');
  });

  it('says where groups are nested too deep', () => {
    const deep = after(
      ...[0, 2, 4, 6, 8].map((to): BuilderAct => ({ act: 'add-group', to })),
      ask(1, { what: 'list', how: 'on', list: 'news' }),
    );
    expect([...(written(deep).missing?.values() ?? [])]).toContain('too-deep');
  });
});

function since(change: Partial<DraftCondition>): Partial<DraftCondition> {
  return { what: 'since', how: 'from', ...change };
}

function lastDays(value: string): Partial<DraftCondition> {
  return { what: 'attribute.joined', how: 'in-the-last', value };
}

describe('a condition that asks for something else', () => {
  const filled: DraftCondition = {
    ...aCondition(1),
    ...{ what: 'attribute.plan', how: 'contains', value: 'pro' },
  };

  it('begins with the first way to ask, and without the former value', () => {
    expect(askOf(filled, 'attribute.visits', ATTRIBUTES)).toMatchObject({
      ...{ what: 'attribute.visits', how: 'equal', value: '' },
    });
  });

  it('keeps a list for another question about lists', () => {
    const onList: DraftCondition = { ...filled, what: 'list', how: 'on', list: 'news' };
    expect(askOf(onList, 'since', ATTRIBUTES).list).toBe('news');
    expect(askOf(onList, 'locale', ATTRIBUTES).list).toBe('');
  });

  it('keeps a value as long as it is one of the same kind', () => {
    expect(askHow(filled, 'starts-with', ATTRIBUTES).value).toBe('pro');
    const day: DraftCondition = { ...filled, what: 'attribute.joined', value: '2026-11-01' };
    expect(askHow({ ...day, how: 'from' }, 'before', ATTRIBUTES).value).toBe('2026-11-01');
    expect(askHow({ ...day, how: 'from' }, 'in-the-last', ATTRIBUTES).value).toBe('');
  });
});
