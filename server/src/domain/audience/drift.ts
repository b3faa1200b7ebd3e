/**
 * Whether an audience has grown or shrunk, since an approver was shown it, by more than the percentage
 * they may have expected (P3: who approved 300 readers did not approve 30,000).
 *
 * @param shown   readers the approver was shown
 * @param percent 0 or more, of `shown`
 */
export const hasDrifted = (shown: number, frozen: number, percent: number): boolean =>
  Math.abs(frozen - shown) * 100 > shown * percent;
