/** A system of the site owner's that tells us of its people itself. */
export interface PushSource {
  readonly id: string;
  readonly list: string;
  /** With which it signs what it sends. */
  readonly key: string;
}
