import type { Asking } from '../../domain/access/asking';
import { hideAddresses } from '../../domain/delivery/scrub';
import { newId } from '../../domain/ids';
import { ok, refuse } from '../../domain/result';
import { maskAddress } from '../../domain/subscribers/mask';
import { readLines } from '../../domain/subscribers/suppression-file';
import {
  IMPORTS_A_DAY,
  MOST_ADDRESSES,
  obstacleToFilling,
  obstacleToSubmitting,
  WAITS_MS,
  type ImportReason,
  type SuppressionImport,
} from '../../domain/subscribers/suppression-import';
import { tell, type ImportDeps } from './deps';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface ImportWish {
  readonly reason: string;
  readonly because: ImportReason;
}

/** An empty one, which its maker then fills. */
export async function begin(deps: ImportDeps, { reason, because }: ImportWish, by: Asking) {
  if (by.door !== 'admin') return refuse('not-in-person');
  const askedAt = deps.clock.now();
  const begun = { person: by.person, act: 'import.begin', since: askedAt - DAY_MS } as const;
  if ((await deps.audit.countOf(begun)) >= IMPORTS_A_DAY) return refuse('too-many-imports');
  const one: SuppressionImport = {
    id: newId(askedAt, deps.chance.bytes(10)),
    ...{ askedBy: by.person, askedAt, because },
    reason: hideAddresses(reason).slice(0, 500),
    ...{ state: 'filling', decidedBy: null, decidedAt: null, until: askedAt + WAITS_MS },
    ...{ addresses: 0, known: 0, unreadable: 0 },
  };
  await deps.imports.insert(one);
  await tell(deps, by, { act: 'import.begin', of: one });
  return ok(one);
}

/** A piece of the file. Of each address its keyed hash and its label stay, and nothing else. */
export async function add(deps: ImportDeps, one: SuppressionImport, lines: string, by: Asking) {
  const obstacle = obstacleToFilling(one, by, deps.clock.now());
  if (obstacle) return refuse(obstacle);
  const { addresses, unreadable } = readLines(lines);
  if (one.addresses + addresses.length > MOST_ADDRESSES) return refuse('import-too-big');
  const rows = addresses.map((address) => ({
    addressHash: deps.keys.addressHash(address.normalised),
    label: maskAddress(address),
  }));
  await deps.imports.add(one.id, rows, unreadable);
  return ok((await deps.imports.find(one.id)) ?? one);
}

/** From now on it waits for a second person, and nothing is added to it. */
export async function submit(deps: ImportDeps, one: SuppressionImport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToSubmitting(one, by, now);
  if (obstacle) return refuse(obstacle);
  const known = await deps.imports.countKnown(one.id);
  const to = { state: 'asked', decidedBy: null, decidedAt: null, until: now + WAITS_MS } as const;
  if (!(await deps.imports.move(one.id, { from: ['filling'], ...to, known }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act: 'import.ask', of: one });
  return ok({ ...one, ...to, known });
}
