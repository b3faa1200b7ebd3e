import type { SEGMENT_ENDPOINTS, SegmentShown } from '../../contracts/segments';
import { FEWEST_SHOWN } from '../../domain/audience/spread';
import { found, given } from '../errors';
import type { SegmentView } from '../rooms/segments';
import type { Acts } from './act';

export const segmentActs: Acts<typeof SEGMENT_ENDPOINTS> = {
  'segments.list': async ({ house }) => ({
    results: (await house.segments.all()).map(segmentShown),
  }),

  'segments.attributes': async ({ house }) => ({
    results: house.segments.attributes.map(({ name, kind }) => ({ name, kind })),
  }),

  'segments.find': async ({ house, params }) =>
    segmentShown(found(await house.segments.find(params.id), 'segment-unknown')),

  'segments.count': async ({ house, body }) => {
    const { readers, of } = given(await house.segments.count(body.rule));
    return { readers: unlessFew(readers), of: unlessFew(of) };
  },

  'segments.create': async ({ house, body, by }) =>
    segmentShown(given(await house.segments.create(by, body))),

  'segments.change': async ({ house, params, body: { changedAt, ...written }, by }) => {
    const seen = { id: params.id, changedAt };
    return segmentShown(given(await house.segments.change(seen, by, written)));
  },

  'segments.remove': async ({ house, params, by }) => {
    given(await house.segments.remove(params.id, by));
    return { removed: true };
  },
};

/** Of a few one could tell who they are (P6). */
const unlessFew = (count: number): number | null =>
  count > 0 && count < FEWEST_SHOWN ? null : count;

const segmentShown = ({ id, name, rule, changedAt, campaigns }: SegmentView): SegmentShown => ({
  ...{ id, name, rule, changedAt },
  usedBy: { campaigns },
});
