import type { VerificationShown } from '../contracts/audit';
import type { Language } from './language';
import type { VerificationView } from './rooms/audit';
import { findingText, notesOf, verificationText } from './words/audit';

/** What the button of the audit page and `audit verify` both say. */
export const verificationShown = (
  verified: VerificationView,
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
