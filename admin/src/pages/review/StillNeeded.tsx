import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { Notice } from '../../components/Notice';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

/** From which roles a signature is still missing, where each of them has to sign. */
export function StillNeeded({ of: { seats } }: { readonly of: EditionDetail['approvals'] }) {
  const say = useSay();
  const { list } = useFormat();
  const { missing, roles } = seats;
  if (missing === 0) return null;
  const named = list(roles.map((role) => say('desk.role', { role })));
  return (
    <Notice tone="info">
      {missing < roles.length
        ? say('desk.still-needed-among', { missing, roles: named })
        : say('desk.still-needed', { missing, roles: named })}
    </Notice>
  );
}
