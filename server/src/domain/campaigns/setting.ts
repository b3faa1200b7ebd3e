import { cleanLine } from '../messages/characters';

/** What is wrong with a setting, where, and what would be right. Never holds the value: it may be an address. */
export interface Complaint {
  /** e.g. `senders[0].address`. */
  readonly place: string;
  readonly expected: string;
}

export type Setting<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export const complain = (
  complaints: readonly Complaint[],
): { readonly ok: false; readonly complaints: readonly Complaint[] } => ({
  ok: false,
  complaints,
});

export const wrong = (isWrong: boolean, place: string, expected: string): readonly Complaint[] =>
  isWrong ? [{ place, expected }] : [];

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The members that are text; any other is as if it were absent. */
export const textsOf = (raw: unknown): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(isObject(raw) ? raw : {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );

export const MAX_TEXT = 500;

/** Says something, in at most {@link MAX_TEXT} characters. */
export const isShort = (text: string | undefined): boolean =>
  cleanLine(text ?? '') !== '' && (text ?? '').length <= MAX_TEXT;
