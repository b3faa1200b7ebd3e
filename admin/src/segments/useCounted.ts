import { useFormat } from '../components/format';
import { useSay } from '../words';
import type { Count } from './rule';

/** `fewer than 5`, or to the nearest ten, where a number would tell who they are. */
export function useCounted(): (count: Count, isExact: boolean) => string {
  const say = useSay();
  const { number } = useFormat();
  return (count, isExact) => {
    if (count === null) return say('segments.few');
    return say(isExact ? 'segments.people' : 'segments.about', { readers: number(count) });
  };
}
