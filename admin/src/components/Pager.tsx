import { Button, Flex } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { useSay } from '../words';

const PARAM = 'from';

/** Where the page in the address begins; goes into `before` or `after`. */
export function useCursor(): string | undefined {
  return useSearchParams()[0].get(PARAM) ?? undefined;
}

/** Pages by cursor. Each is an address of its own, so the browser's back works, too. */
export function Pager({ next }: { readonly next: string | null }) {
  const say = useSay();
  const cursor = useCursor();
  const turn = useTurn();
  const { trail, go } = turn;
  if (!cursor && !next) return null;
  return (
    <Flex tag="nav" aria-label={say('pager.label')} justifyContent="flex-end" gap={2}>
      {cursor && (
        <Button
          variant="tertiary"
          startIcon={<ChevronLeft />}
          onClick={() => go(trail.at(-1) ?? null, trail.slice(0, -1))}
        >
          {say(trail.length > 0 ? 'pager.previous' : 'pager.first')}
        </Button>
      )}
      <Button
        variant="tertiary"
        endIcon={<ChevronRight />}
        disabled={!next}
        onClick={() => go(next, [...trail, cursor ?? null])}
      >
        {say('pager.next')}
      </Button>
    </Flex>
  );
}

type Trail = readonly (string | null)[];

/** The cursors one came by are in the history's state: a link sent to a colleague does not carry them. */
function useTurn(): { trail: Trail; go: (to: string | null, trail: Trail) => void } {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const go = (to: string | null, trail: Trail) => {
    const search = new URLSearchParams(params);
    if (to === null) search.delete(PARAM);
    else search.set(PARAM, to);
    navigate({ search: search.toString() }, { state: { trail } });
  };
  return { trail: trailIn(state), go };
}

const trailIn = (state: unknown): Trail =>
  typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail)
    ? state.trail
    : [];
