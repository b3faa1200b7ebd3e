import { readStop, STOP_SETTING } from '../../domain/delivery/stop';
import { newId } from '../../domain/ids';
import type { Lease } from '../../ports';
import { LEASE_MS, MARGIN_MS } from './deps';
import { lookAtGroups } from './groups';
import { endAll, endHand, type Pump } from './pump';
import { workerLease } from './recover';
import { settleAll } from './settle';

/** Once a second: settles what came, keeps what is ours, and takes back what may not go out any more. */
export function createHeartbeat(pump: Pump): () => Promise<void> {
  let lease: Lease | null = null;
  return async () => {
    await settleAll(pump);
    lease = await stayAlive(pump, lease);
    await renewClaims(pump);
    await heedStop(pump);
    await lookAtGroups(pump);
    for (const editionId of pump.prepared.keys()) await heedEdition(pump, editionId);
  };
}

/** Tells those who find our journal and cannot see our process that we live. */
async function stayAlive({ deps }: Pump, lease: Lease | null): Promise<Lease | null> {
  if (lease && (await deps.leases.renew(lease, LEASE_MS))) return lease;
  const taking = newId(deps.clock.now(), deps.chance.bytes(10));
  return deps.leases.take(workerLease(deps.sender.owner), taking, LEASE_MS);
}

async function renewClaims({ deps, hands }: Pump): Promise<void> {
  if (hands.size === 0) return;
  const held = [...hands];
  const beginBefore = deps.clock.now() + LEASE_MS - MARGIN_MS;
  const claims = held.map(({ claim }) => claim);
  const kept = await deps.batches.renew(deps.sender.owner, claims, LEASE_MS);
  const ours = new Set(kept.map(({ batchId }) => batchId));
  for (const hand of held) {
    if (ours.has(hand.claim.batchId)) hand.beginBefore = beginBefore;
    else endHand(hand);
  }
}

async function heedStop(pump: Pump): Promise<void> {
  const { settings, sender } = pump.deps;
  if (pump.hands.size === 0 || !readStop(await settings.get(STOP_SETTING)).stopped) return;
  endAll(pump);
  sender.stop();
}

/** Another process may have paused it. The thread forgets the messages of what is over and done with. */
async function heedEdition({ deps, hands, prepared }: Pump, editionId: string): Promise<void> {
  const edition = await deps.editions.find(editionId);
  if (edition?.state === 'sending') return;
  const keys = prepared.get(editionId) ?? [];
  deps.sender.stop(keys);
  const held = [...hands].filter(({ claim }) => claim.editionId === editionId);
  for (const hand of held) endHand(hand);
  if (held.length > 0) return;
  prepared.delete(editionId);
  for (const key of keys) deps.sender.forget(key);
}
