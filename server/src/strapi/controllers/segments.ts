import type { SEGMENT_ENDPOINTS, SegmentShown } from '../../contracts/segments';
import { aboutCount } from '../../domain/audience/about';
import { found, given } from '../errors';
import type { SegmentView } from '../rooms/segments';
import type { Acts } from './act';

export const segmentActs: Acts<typeof SEGMENT_ENDPOINTS> = {
  'segments.list': async ({ house }) => ({
    results: (await house.segments.all()).map(segmentShown),
  }),

  'segments.attributes': async ({ house }) => ({
    results: (await house.segments.attributes()).map(({ name, kind }) => ({ name, kind })),
  }),

  'segments.find': async ({ house, params }) =>
    segmentShown(found(await house.segments.find(params.id), 'segment-unknown')),

  'segments.count': async ({ house, body, may }) => {
    const { readers, of } = given(await house.segments.count(body.rule));
    if (may('subscriber.reveal')) return { readers, of, isExact: true };
    return { readers: aboutCount(readers), of: aboutCount(of), isExact: false };
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

const segmentShown = ({ id, name, rule, changedAt, campaigns }: SegmentView): SegmentShown => ({
  ...{ id, name, rule, changedAt },
  usedBy: { campaigns },
});
