/**
 * Everything that can be wrong with a message, and whether it stops a submit (`error`) or is only
 * shown to the submitter and the approvers (`warning`).
 */
const PROBLEM_LEVELS = {
  'merge-unknown': 'error',
  'merge-unclosed': 'error',
  'merge-syntax': 'error',
  'merge-not-here': 'error',
  'not-blocks': 'error',
  'node-unknown': 'error',
  'node-malformed': 'error',
  'too-deep': 'error',
  'link-refused': 'error',
  'link-insecure': 'warning',
  'image-not-frozen': 'error',
  'image-no-alt': 'warning',
  'subject-empty': 'error',
  'subject-long': 'warning',
  'subject-too-long': 'error',
  'body-empty': 'error',
  'html-clipped': 'warning',
  'html-too-big': 'error',
  'from-invalid': 'error',
  'reply-to-invalid': 'error',
  'list-id-invalid': 'error',
  'identity-incomplete': 'error',
} as const;

export type ProblemCode = keyof typeof PROBLEM_LEVELS;
export type ProblemLevel = 'error' | 'warning';

/** `body.3` is the third block of the body, counted from 1. */
export type Where =
  | 'subject'
  | 'preheader'
  | 'body'
  | `body.${number}`
  | 'html'
  | 'from'
  | 'reply-to'
  | 'list'
  | 'identity';

export interface MessageProblem {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  readonly where: Where;
  /** An excerpt of what is meant, at most 80 characters; may be empty. */
  readonly text: string;
}

const EXCERPT_CHARACTERS = 80;

export const problem = (code: ProblemCode, where: Where, text = ''): MessageProblem => ({
  code,
  level: PROBLEM_LEVELS[code],
  where,
  text: excerpt(text),
});

export const stops = (problems: readonly MessageProblem[]): boolean =>
  problems.some(({ level }) => level === 'error');

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, EXCERPT_CHARACTERS * 2));
  if (characters.length <= EXCERPT_CHARACTERS) return characters.join('');
  return `${characters.slice(0, EXCERPT_CHARACTERS - 1).join('')}…`;
}
