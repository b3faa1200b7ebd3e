import { englishName, japaneseName } from './names.mjs';

/** How many of each fate; whoever is none of these is a reader. */
const FATES = {
  'no-consent': 96,
  unconfirmed: 38,
  blocked: 24,
  'same-person': 2,
  'no-address': 1,
  'bad-address': 1,
};

/** Names that would break something if anything believed them. */
const ROGUE_NAMES = [
  'Bobby "Tables" <b>Quotient</b> & Sons',
  'Evelyn Thornapple\r\nBcc: everyone@example.com',
  '{{ subscriber.address }} {% raw %}',
  'Émile Ünïcødé 🎈',
  'a\u202etxt.reversed',
];

/** Coprime with 1,000: fates are strewn over the whole crowd. */
const STRIDE = 617;

/** `count` CMS users as the site's own sign-up would have left them; the same ones each time. */
export function castReaders(count = 1000) {
  const fates = Object.entries(FATES).flatMap(([fate, times]) => Array(times).fill(fate));
  const fateAt = new Map(fates.map((fate, n) => [(n * STRIDE) % count, fate]));
  const crowd = Array.from({ length: count }, (_, n) => person(n, fateAt.get(n) ?? 'reader'));
  const readers = crowd.filter(({ fate }) => fate === 'reader');
  giveRogueNames(readers);
  repeatAddresses(
    crowd.filter(({ fate }) => fate === 'same-person'),
    readers,
  );
  return crowd;
}

function person(n, fate) {
  const isJapanese = n % 5 < 2;
  const { displayName, local } = isJapanese ? japaneseName(n) : englishName(n);
  return {
    fate,
    username: `user-${n}`,
    address: addressOf(fate, `${local}.${n}`, isJapanese ? 'example.jp' : 'example.com'),
    name: n % 29 === 7 ? null : displayName,
    locale: n % 41 === 3 ? null : isJapanese ? 'ja' : 'en',
    consent: fate !== 'no-consent',
    confirmed: fate !== 'unconfirmed',
    blocked: fate === 'blocked',
    ...customer(n),
  };
}

/** What segments may ask for; one in seven has told nothing. */
const customer = (n) =>
  n % 7 === 6
    ? { plan: null, joinedOn: null, orders: null }
    : { plan: n % 3 === 0 ? 'pro' : 'free', joinedOn: `20${20 + (n % 6)}-04-01`, orders: n % 12 };

function addressOf(fate, local, domain) {
  if (fate === 'no-address') return null;
  return fate === 'bad-address' ? `${local}(at)${domain}` : `${local}@${domain}`;
}

function giveRogueNames(readers) {
  ROGUE_NAMES.forEach((name, n) => Object.assign(readers[n * 31 + 5], { name }));
}

/** Signed up twice, once with the shift key held down. */
function repeatAddresses(twins, readers) {
  twins.forEach((twin, n) => {
    const { address, name, locale } = readers[n * 47 + 11];
    Object.assign(twin, { address: address.toUpperCase(), name, locale });
  });
}

/** The people who must get the campaign, by lower-case address. */
export function expectedReaders(crowd) {
  const readers = crowd.filter(({ fate }) => fate === 'reader');
  return new Map(readers.map((reader) => [reader.address.toLowerCase(), reader]));
}
