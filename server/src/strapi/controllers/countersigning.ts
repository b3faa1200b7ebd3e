import type { Allowance } from '../../contracts/shapes';
import type { Showing } from '../people';
import type { Obstacle } from '../rooms/editions';
import { refusalText } from '../words/review';
import { namesIn } from '../named';
import { allowanceOf } from './show';

/** Whether the caller may countersign; if not, who stands in the way and who else may. */
export async function countersigning(
  { strapi, language }: Showing,
  obstacle: Obstacle | null,
): Promise<Allowance> {
  if (!obstacle || obstacle.because === 'no-such-edition') {
    return allowanceOf(obstacle?.because ?? null, language);
  }
  const names = await namesIn(strapi, obstacle);
  const text = refusalText({ code: obstacle.because, about: obstacle }, language, names);
  return { allowed: false, code: obstacle.because, text };
}
