import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const FOLDER = path.join(ROOT, 'tests/support/certificates');
const read = (name) => readFileSync(path.join(FOLDER, name));

/** What NODE_EXTRA_CA_CERTS names, for a client that trusts both. */
export const AUTHORITIES = path.join(FOLDER, 'both.pem');

const key = read('localhost.key.pem');
/** By what they are worth. */
export const CERTIFICATES = {
  valid: { key, cert: read('localhost.cert.pem') },
  expired: { key, cert: read('expired.cert.pem') },
};
