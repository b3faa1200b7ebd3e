import type { AccountChange } from '../access/account';
import type { Hand } from '../editions/edition';
import type { EditionState } from '../editions/states';
import type { SeatsLeft } from './seats';
import type { RuleWords } from './site-rule';

/**
 * Why somebody may not countersign an edition, with what there is to say about it.
 *
 * `not-in-review`: it does not wait for an answer any more; `by` gave the last one, if anybody did.
 * `already-countersigned`: they did; it waits for somebody else. `own-hand`: they created, changed, cloned or submitted it, or
 * changed a part that it holds. `not-in-person`: a token, or nobody at all.
 * `not-permitted`: the account is switched off, or holds no right to approve. `too-late`: nobody
 * answered in time. `changed-since-submitted`: the campaign, or the edition itself, is not what it was.
 * `account-not-quiet`: a hand of the edition, or whoever has countersigned it, changed their account
 * shortly before it was submitted, or since. `site-rule`: the site's own code says no, in its own words.
 * `other-role-needed`: every signature still to come has to be from a role they do not fill.
 */
export type ReviewRefusal =
  | { readonly because: 'not-in-review'; readonly state: EditionState; readonly by: string | null }
  | { readonly because: 'too-late'; readonly endedAt: number }
  | { readonly because: 'changed-since-submitted' }
  | { readonly because: 'not-in-person'; readonly door: string }
  | { readonly because: 'not-permitted'; readonly lacks: 'an-active-account' | 'the-right' }
  | { readonly because: 'already-countersigned'; readonly at: number }
  | { readonly because: 'site-rule'; readonly says: RuleWords }
  | { readonly because: 'other-role-needed'; readonly seats: SeatsLeft }
  | { readonly because: 'own-hand'; readonly lastAt: number; readonly through?: Hand['through'] }
  | {
      readonly because: 'account-not-quiet';
      readonly change: AccountChange;
      /** Who else may countersign it, by documentId. */
      readonly others: readonly string[];
    };

export type ReviewRefusalCode = ReviewRefusal['because'];
