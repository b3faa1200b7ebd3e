import type { AUDIT_ENDPOINTS, AuditEntryShown } from '../../contracts/audit';
import { ACTS } from '../../domain/audit/entry';
import type { AuditRow } from '../../domain/audit/row';
import type { Language } from '../language';
import { peopleShown, type PersonShown } from '../people';
import { REFUSALS, type RefusalCode } from '../refusals';
import { verificationShown } from '../verification';
import { ACT_WORDS, actText, doorText, REFUSED, RESULT_WORDS } from '../words/audit';
import { REFUSAL_WORDS } from '../words/refusals';
import type { Acts } from './act';
import { pageShown } from './show';
import { subjectsShown, type SubjectShown } from './subjects';

export const auditActs: Acts<typeof AUDIT_ENDPOINTS> = {
  'audit.list': async ({ house, query, ...showing }) => {
    const rows = await house.audit.list(query);
    const person = await peopleShown(
      showing,
      rows.flatMap((row) => row.person ?? []),
    );
    const subject = await subjectsShown({ ...showing, house }, rows);
    const show = (row: AuditRow) => entryShown(row, { person, subject }, showing.language);
    return pageShown({ rows, limit: query.limit }, show, ({ id }) => id);
  },

  'audit.acts': async ({ language }) => ({
    acts: ACTS.map((act) => ({ act, text: ACT_WORDS[act][language] })),
  }),

  'audit.verify': async ({ house, language }) =>
    verificationShown(await house.audit.verify(), language),
};

const entryShown = (
  row: AuditRow,
  { person, subject }: { person: PersonShown; subject: SubjectShown },
  language: Language,
): AuditEntryShown => ({
  id: row.id,
  at: row.at,
  act: row.act,
  text: actText(row.act, language),
  result: row.result,
  resultText: resultText(row.result, language),
  isDone: row.result === 'done',
  person: row.person === null ? null : person(row.person),
  door: row.door,
  doorText: doorText(row.door, language),
  subject: subject(row),
  ip: row.ip,
});

function resultText(result: string, language: Language): string {
  if (result === 'done' || result === 'noted') return RESULT_WORDS[result][language];
  const why = isRefusal(result) ? REFUSAL_WORDS[result][language] : result;
  return language === 'ja' ? `${REFUSED.ja}：${why}` : `${REFUSED.en}: ${why}`;
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);
