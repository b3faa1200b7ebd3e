import type { FullEdition } from '../domain/editions/edition';
import type { RuleQuestion, RuleWords } from '../domain/reviews/site-rule';

/** The site's own rule on who may countersign what. */
export interface SiteRule {
  /** Null: it has nothing against it. A rule that fails has. */
  objection(edition: FullEdition, approver: RuleQuestion['approver']): Promise<RuleWords | null>;
}
