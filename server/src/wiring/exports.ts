import { createExporters } from '../adapters/host/exporters';
import { createListedReaders } from '../adapters/store/listed-readers';
import { createExportSubscribers } from '../flows/export-subscribers';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';

/** Exports of lists; the one place besides sending that opens many addresses. */
export const wireExports = (
  { strapi, config, db, stores, world }: Foundation,
  keys: Keys,
  { lists, audience }: People,
) =>
  createExportSubscribers({
    ...{ ...stores, ...world, lists, audience },
    exporters: createExporters(strapi),
    listed: createListedReaders(db, keys),
    accountQuietDays: config.approval.accountQuietDays,
    isOn: config.exports === 'on',
  });
