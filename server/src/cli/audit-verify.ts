import type { Command } from './command';
import { languageOf, type Language } from './language';
import { loadApp, serviceOf } from './load-app';
import { takeOutput } from './output';
import { LOOKED_AT, MORE } from './words';

/** What the plugin answers, in words already. */
interface Verification {
  readonly isWhole: boolean;
  readonly text: string;
  readonly found: number;
  /** The first of them. */
  readonly findings: readonly { readonly text: string }[];
  readonly notes: readonly string[];
}

interface AuditorService {
  verify(language: Language): Promise<Verification>;
}

const WHOLE = 0;
const TAMPERED = 1;
const NOT_LOOKED = 2;

/** The same as the button of the audit page, for a terminal, a cron job or a monitor. */
export const auditVerify: Command = {
  options: ['--json'],
  failed: NOT_LOOKED,
  run: async (options) => {
    const say = takeOutput();
    const language = languageOf(process.env);
    const verified = await verify(language);
    await say(options.includes('--json') ? JSON.stringify(verified) : inWords(verified, language));
    return verified.isWhole ? WHOLE : TAMPERED;
  },
};

async function verify(language: Language): Promise<Verification> {
  const strapi = await loadApp(process.cwd(), 'auditor');
  try {
    return await serviceOf<AuditorService>(strapi, 'auditor').verify(language);
  } finally {
    await strapi.destroy();
  }
}

function inWords({ text, found, findings, notes }: Verification, language: Language): string {
  const left = found - findings.length;
  const more = left > 0 ? [MORE[language](left)] : [];
  const listed = [...findings.map((finding) => finding.text), ...more];
  return [text, ...listed.map((line) => `  ${line}`), '', LOOKED_AT[language], ...notes].join('\n');
}
