import type { Say } from '../words';
import { phraseOf } from './phrase';
import { plain, type Plain, type PlainGroup } from './plain';
import type { Rule } from './rule';

/** What a sentence is made with: the words, and how names, languages, days and numbers are written. */
export interface Speech {
  readonly say: Say;
  readonly listName: (id: string) => string;
  readonly language: (locale: string) => string;
  readonly day: (at: number) => string;
  readonly number: (value: number) => string;
}

/** Who a rule means, as a person would say it: `plan is “pro” and (language is Japanese or …)`. */
export const inWords = (rule: Rule, speech: Speech): string => spoken(plain(rule), speech);

function spoken(part: Plain, speech: Speech): string {
  if (part.kind === 'is') return phraseOf(part.condition, part.isNot, speech);
  const rule = joined(part, speech);
  return part.isNot ? speech.say('rule.not-all', { rule }) : rule;
}

function joined({ kind, parts }: PlainGroup, speech: Speech): string {
  const said = parts.map((part) => within(part, speech));
  const last = said.at(-1) ?? '';
  const first = said.slice(0, -1).reduce((before, next) => comma(before, next, speech.say), '');
  if (first === '') return last;
  return speech.say(kind === 'all' ? 'rule.and' : 'rule.or', { first, second: last });
}

const comma = (first: string, second: string, say: Say): string =>
  first === '' ? second : say('rule.more', { first, second });

/** A group in a group stands in parentheses; one that is turned round has its own. */
function within(part: Plain, speech: Speech): string {
  const rule = spoken(part, speech);
  return part.kind === 'is' || part.isNot ? rule : speech.say('rule.within', { rule });
}
