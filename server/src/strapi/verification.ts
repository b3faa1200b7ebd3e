import type { VerificationShown } from '../contracts/audit';
import type { Verification } from '../domain/audit/findings';
import type { Language } from './language';
import { findingText, notesOf, verificationText } from './words/audit';

/** What the button of the audit page and `audit verify` both say. */
export const verificationShown = (
  verified: Verification,
  language: Language,
): VerificationShown => ({
  ...verified,
  text: verificationText(verified, language),
  findings: verified.findings.map((finding) => ({
    ...finding,
    text: findingText(finding, language),
  })),
  notes: notesOf(verified, language),
});
