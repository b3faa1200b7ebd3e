import { admin } from './rows/admin.mjs';
import { cap } from './rows/cap.mjs';
import { auditActs } from './rows/audit-acts.mjs';
import { dkim } from './rows/dkim.mjs';
import { endToEnd } from './rows/end-to-end.mjs';
import { freeze } from './rows/freeze.mjs';
import { ipCheck } from './rows/ip-check.mjs';
import { latency } from './rows/latency.mjs';
import { leaving } from './rows/leaving.mjs';
import { live } from './rows/live.mjs';
import { million } from './rows/million.mjs';
import { subscribersPage } from './rows/subscribers-page.mjs';
import { sync } from './rows/sync.mjs';
import { segments } from './rows/segments.mjs';
import { sqliteDefaults } from './rows/sqlite-defaults.mjs';
import { twoWorkers } from './rows/two-workers.mjs';

/** Takes minutes, whatever the machine: measured when it is asked for. */
export const LONG_ROWS = { cap, million };

/** What is measured. Each resolves to lines of `{ what, value, unit, of?, target?, isMet? }`. */
export const ROWS = {
  'end-to-end': endToEnd,
  'sqlite-defaults': sqliteDefaults,
  dkim,
  'two-workers': twoWorkers,
  freeze,
  admin,
  'ip-check': ipCheck,
  'audit-acts': auditActs,
  latency,
  sync,
  segments,
  'subscribers-page': subscribersPage,
  live,
  leaving,
};
