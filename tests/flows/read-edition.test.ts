import { createReadEditions } from '../../server/src/flows/read-editions';
import { createReviewEdition } from '../../server/src/flows/review-edition';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { openOffice, type Office } from '../support/editorial-office';

let office: Office;
let counted = 0;
let editions: ReturnType<typeof createReadEditions>;
beforeAll(async () => {
  office = await openOffice();
  editions = createReadEditions({
    ...office.reviewDeps,
    audience: {
      count: async () => ({ readers: (counted += 1), leftOut: {} }),
      leftOut: async () => ({ 'no-consent': 2 }),
      spread: () => Promise.reject(new Error('not asked')),
    },
    subscribers: { reveal: async () => null },
    approval: { required: 1, fromEachOf: [] },
  });
});
afterAll(() => office.close());

/** SQLite answers nobody else while it counts a million. */
it('the readers of an edition are counted until it is sent, and known from then on', async () => {
  const { id } = await office.submitted();
  expect((await editions.find(id))?.audience).toEqual({ readers: 1, leftOut: {} });
  const approved = await createReviewEdition(office.reviewDeps).approve(id, asking('bob'), {
    readersShown: 3,
  });
  expect(approved.ok).toBe(true);
  for (const move of ['freeze', 'begin'] as const)
    await office.editions.move(id, move, { at: NOON, freezeId: 'f1', readers: 7 });
  expect((await editions.find(id))?.edition.state).toBe('sending');
  expect((await editions.find(id))?.audience).toEqual({ readers: 7, leftOut: { 'no-consent': 2 } });
  expect(counted).toBe(1);
});
