import { createRequire } from 'node:module';
import type * as Prometheus from 'prom-client';
import type { Gauge } from '../domain/reports/figures';

/**
 * Gauges in the text format of Prometheus (version 0.0.4).
 *
 * @returns null where prom-client, an optional peer, is not installed
 */
export async function writeMetrics(gauges: readonly Gauge[]): Promise<string | null> {
  const library = loadLibrary();
  if (!library) return null;
  const registry = new library.Registry();
  for (const { name, help, samples } of gauges) {
    const labelNames = [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))];
    const gauge = new library.Gauge({ name, help, labelNames, registers: [registry] });
    gauge.reset();
    for (const { labels, value } of samples) gauge.set(labels, value);
  }
  return registry.metrics();
}

/** Asked anew each time: somebody may have installed it meanwhile. */
function loadLibrary(): typeof Prometheus | null {
  try {
    return createRequire(__filename)('prom-client') as typeof Prometheus;
  } catch (error) {
    if (isNotInstalled(error)) return null;
    throw error;
  }
}

const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
