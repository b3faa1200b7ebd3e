import type { Allowance } from '../../../server/src/contracts/shapes';
import type { Permission } from '../../../server/src/names';
import { useMay } from '../permissions';
import { useSay, type Word } from '../words';

/** Whether the role allows something, and in the words of `otherwise` who can if it does not. */
export function useAllowance(needed: Permission, otherwise: Word): Allowance {
  const say = useSay();
  const may = useMay();
  if (may(needed)) return { allowed: true, code: null, text: null };
  return { allowed: false, code: 'not-permitted', text: say(otherwise) };
}
