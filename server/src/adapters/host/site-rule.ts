import {
  NO_WORDS,
  objectionIn,
  questionOf,
  type ApprovalRule,
} from '../../domain/reviews/site-rule';
import { LOG_EVENTS } from '../../names';
import type { Log, SiteRule } from '../../ports';

/** @param rule null: the site has none */
export const createSiteRule = (rule: ApprovalRule | null, log: Log): SiteRule => ({
  objection: async (edition, approver) => {
    if (rule === null) return null;
    try {
      return objectionIn(await rule(questionOf(edition, approver)));
    } catch (trouble) {
      log.error(LOG_EVENTS.ruleFailed, trouble, { edition: edition.id });
      return NO_WORDS;
    }
  },
});
