/**
 * Every reason for which an act can be refused, and the HTTP status it answers with. The reasons are
 * the stable codes of the API; their sentences are in `words/`.
 *
 * 403: this person may not, whatever the state. 404: there is none. 409: somebody was first, or it is
 * the wrong moment. 422: what was sent cannot be used. 429: too often. 503: not possible yet.
 */
export const REFUSALS = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'address-not-allowed': 403,
  'not-in-person': 403,
  'never-published': 403,
  'own-proposal': 403,
  'own-hand': 403,
  'already-countersigned': 409,
  'account-not-quiet': 403,
  'site-rule': 403,
  'no-such-campaign': 404,
  'no-such-edition': 404,
  'no-such-subscriber': 404,
  'no-such-list': 404,
  'no-such-locale': 404,
  'no-such-suppression': 404,
  'no-such-transport': 404,
  'no-such-sender': 404,
  'not-found': 404,
  'no-such-form': 404,
  'already-open': 409,
  'changed-since-submitted': 409,
  'not-in-review': 409,
  'wrong-state': 409,
  'somebody-was-first': 409,
  'not-countersigned': 409,
  'too-early': 409,
  'too-late': 409,
  held: 409,
  'stopped-everything': 409,
  'already-running': 409,
  'would-shut-out': 409,
  'stays-suppressed': 409,
  'test-not-accepted': 409,
  'address-not-confirmed': 409,
  'link-not-accepted': 409,
  'invalid-request': 422,
  problems: 422,
  'reason-missing': 422,
  'bad-address': 422,
  'no-address': 422,
  'sender-in-use': 422,
  'too-many-looks': 429,
  'too-many-tests': 429,
  'no-metrics-library': 503,
  'too-many-links': 429,
  'not-set-up': 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;
