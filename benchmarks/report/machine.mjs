import { createRequire } from 'node:module';
import os from 'node:os';

const require = createRequire(import.meta.url);
const GB = 1024 ** 3;

/** What a reader of the figures has to know; neither the machine's name nor anybody's folder. */
export const aboutMachine = () => ({
  processor: os.cpus()[0]?.model.trim(),
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / GB),
  system: `${os.type()} ${os.release()}`,
  /** Of one minute: others may be at work on the same cores. */
  load: Math.round(os.loadavg()[0] * 10) / 10,
  versions: {
    node: process.version,
    openssl: process.versions.openssl,
    countersign: require('../../package.json').version,
    strapi: require('@strapi/strapi/package.json').version,
    nodemailer: require('nodemailer/package.json').version,
    'better-sqlite3': require('better-sqlite3/package.json').version,
  },
});
