import type { Rule } from '../../../segments/rule';
import { aCondition, type DraftCondition, type DraftGroup, type Joined, type Part } from './draft';
import { readRule } from './read';

export interface BuilderState {
  readonly root: DraftGroup;
  readonly next: number;
  /** The part the keyboard goes on from; a new object each time it should be brought there. */
  readonly focus: { readonly on: number } | null;
}

export type BuilderAct =
  | { readonly act: 'add-condition' | 'add-group'; readonly to: number }
  | { readonly act: 'remove'; readonly part: number }
  | { readonly act: 'join'; readonly group: number; readonly joined: Joined }
  | { readonly act: 'ask'; readonly condition: DraftCondition }
  | { readonly act: 'go-to'; readonly part: number };

export function beginWith(rule: Rule | undefined): BuilderState {
  const { part: root, next } = readRule(rule);
  return { root, next, focus: null };
}

export function reduce(state: BuilderState, act: BuilderAct): BuilderState {
  switch (act.act) {
    case 'add-condition':
      return added(state, act.to, aCondition(state.next), state.next + 1);
    case 'add-group':
      return added(state, act.to, aGroup(state.next), state.next + 2);
    case 'remove':
      return removed(state, act.part);
    case 'join':
      return changed(state, act.group, (part) =>
        part.kind === 'group' ? { ...part, joined: act.joined } : part,
      );
    case 'ask':
      return changed(state, act.condition.id, () => act.condition);
    case 'go-to':
      return { ...state, focus: { on: act.part } };
  }
}

const aGroup = (id: number): DraftGroup => ({
  ...{ id, kind: 'group', joined: 'any', parts: [aCondition(id + 1)] },
});

/** The keyboard goes on in what is new. */
function added(state: BuilderState, to: number, part: Part, next: number): BuilderState {
  const { root } = changed(state, to, (group) =>
    group.kind === 'group' ? { ...group, parts: [...group.parts, part] } : group,
  );
  return { root, next, focus: { on: part.id } };
}

function changed(state: BuilderState, id: number, change: (part: Part) => Part): BuilderState {
  const root = mapped(state.root, id, change);
  return root.kind === 'group' ? { ...state, root } : state;
}

function mapped(part: Part, id: number, change: (part: Part) => Part): Part {
  if (part.id === id) return change(part);
  if (part.kind === 'condition') return part;
  return { ...part, parts: part.parts.map((one) => mapped(one, id, change)) };
}

/** The keyboard goes on in what has moved up, else in what stood before, else in the group. */
function removed(state: BuilderState, id: number): BuilderState {
  const group = groupAround(state.root, id);
  if (!group) return state;
  const at = group.parts.findIndex((part) => part.id === id);
  const parts = group.parts.toSpliced(at, 1);
  const { root } = changed(state, group.id, () => ({ ...group, parts }));
  return { ...state, root, focus: { on: (parts[at] ?? parts.at(-1) ?? group).id } };
}

function groupAround(group: DraftGroup, id: number): DraftGroup | undefined {
  if (group.parts.some((part) => part.id === id)) return group;
  for (const part of group.parts) {
    const found = part.kind === 'group' ? groupAround(part, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
