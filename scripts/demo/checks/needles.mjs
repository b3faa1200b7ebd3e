import { createHash } from 'node:crypto';

const UNKEYED = ['md5', 'sha1', 'sha256'];

/**
 * What must be found nowhere: each name and address, in the clear or in a form that is as good as that.
 * The part before the @ covers what is written with `=`, `%40` or another domain behind it.
 */
export function needlesOf(crowd) {
  const addresses = [
    ...new Set(crowd.flatMap(({ address }) => (address ? [address.toLowerCase()] : []))),
  ];
  return {
    plain: [...addresses.map((address) => address.split(/@|\(at\)/)[0]), ...namesOf(crowd)],
    encoded: new Set(addresses.flatMap(formsOf)),
  };
}

// A line end inside a name is written as something else in every form of storage.
const namesOf = (crowd) => [
  ...new Set(crowd.flatMap(({ name }) => (name ? [name.toLowerCase().split(/[\r\n]/)[0]] : []))),
];

function formsOf(address) {
  const bytes = Buffer.from(address);
  const hashes = UNKEYED.map((name) => createHash(name).update(bytes).digest('hex'));
  return [
    ...hashes,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}

/** The needles in `text`; quick on a megabyte, for a thousand of them. */
export function findNeedles({ plain, encoded }, text) {
  const lower = text.toLowerCase();
  const tokens = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [];
  return [
    ...plain.filter((needle) => lower.includes(needle)),
    ...tokens.filter((token) => encoded.has(token)),
  ];
}
