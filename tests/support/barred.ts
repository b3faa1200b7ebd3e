import type { Edition } from '../../server/src/domain/editions/edition';
import { TABLES } from '../../server/src/names';
import { asking } from './asking';
import type { Office } from './editorial-office';
import { NOON } from './editions';

export type By = ReturnType<typeof asking>;
export const [BOB, CAT, DAN] = ['bob', 'cat', 'dan'].map((person) => asking(person)) as [
  By,
  By,
  By,
];
export const SEEN = { readersShown: 3 };

/** Countersigned by them, and sent. */
export async function goneOut(room: Office, { id }: Edition, by: By): Promise<void> {
  expect(await room.reviewing.approve(id, by, SEEN)).toMatchObject({ ok: true });
  await room.db.within(async (k) =>
    room.db.table(k, TABLES.editions).where({ id }).update({ state: 'sent', started_at: NOON }),
  );
}

/** Who of the three may not countersign it, having had a hand in it. */
export async function barredFrom(room: Office, { id }: Edition): Promise<string[]> {
  const all = [BOB, CAT, DAN].map(async (by) => {
    const obstacle = await room.reviewing.obstacle(id, by);
    return obstacle?.because === 'own-hand' ? [by.person] : [];
  });
  return (await Promise.all(all)).flat();
}
