import { createContext, useContext, type Dispatch } from 'react';
import type { List } from '../../../../../server/src/contracts/people';
import type { Attribute } from '../../../segments/rule';
import type { Missing } from './missing';
import type { BuilderAct } from './reduce';

/** What every part of the builder needs, however deep it stands. */
export interface BuilderContext {
  readonly attributes: readonly Attribute[];
  readonly lists: readonly List[];
  readonly locales: readonly string[];
  readonly missing: ReadonlyMap<number, Missing>;
  /** After an attempt to save, what is missing is an error and no hint. */
  readonly isStrict: boolean;
  readonly dispatch: Dispatch<BuilderAct>;
  /** No condition more fits into the whole. */
  readonly isFull: boolean;
}

const Context = createContext<BuilderContext | null>(null);

export const BuilderProvider = Context.Provider;

export function useBuilder(): BuilderContext {
  const context = useContext(Context);
  if (!context) throw new Error('A part of the builder stands outside of it');
  return context;
}
