import { useFormat } from '../components/format';
import { useSay } from '../words';
import type { Count } from './rule';

/** `fewer than 5` where a number would tell who they are. */
export function useCounted(): (count: Count) => string {
  const say = useSay();
  const { number } = useFormat();
  return (count) =>
    count === null ? say('segments.few') : say('segments.people', { readers: number(count) });
}
