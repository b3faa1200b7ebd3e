import type { Endpoint } from '../../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../../server/src/contracts/endpoints';
import { SENDER } from '../newsroom';
import type { CallerKind } from './caller';
import { send, type Door } from './door';
import { aSourceWish, type Office } from './office';

const PREFIX = { admin: '/countersign', api: '/api/countersign', public: '/api/countersign' };

/** Every endpoint of ours, with what a right caller would send. */
export const OUR_DOORS: readonly Door[] = Object.entries<Endpoint>(ENDPOINTS).map(
  ([name, endpoint]) => ({
    name: `${endpoint.method} ${PREFIX[endpoint.door]}${endpoint.path}`,
    isFor: (caller) => isFor(name, endpoint, caller),
    isReveal: ['people.reveal', 'people.access'].includes(name),
    knock: (caller, office) =>
      send(caller, endpoint.method, addressOf(endpoint, office), BODIES[name]?.(office)),
  }),
);

function isFor(name: string, { door, needs }: Endpoint, caller: CallerKind): boolean {
  if (door === 'public') return true;
  if (door === 'api') return caller.readsApi;
  const isPermitted = needs.length === 0 || caller.holds.some((one) => needs.includes(one));
  const maySign = caller.isInPerson && !caller.isHand;
  return caller.isColleague && isPermitted && (name !== 'reviews.approve' || maySign);
}

function addressOf({ door, path }: Endpoint, office: Office): string {
  const [, room = ''] = path.split('/');
  const ids: Readonly<Record<string, string>> = {
    ...{ campaigns: office.campaign, editions: office.edition.id },
    ...{ subscribers: office.subscriber, lists: 'newsletter', settings: 'main' },
    'suppression-imports': office.suppressionImport,
    ...{ exports: office.listExport, segments: office.segment, sources: office.source },
  };
  const filled = path
    .replace(':id/erase', `${office.leaver}/erase`)
    .replace(':id', ids[room] ?? '')
    .replace(':comment', office.comment)
    .replace(':delivery', '1')
    .replace(':hash', 'f'.repeat(64))
    .replace(':token', 'not-a-token')
    .replace(':name', `${'f'.repeat(64)}.png`);
  return `${PREFIX[door]}${filled}${QUERIES[path]?.(office) ?? ''}`;
}

/** Where a reader's own values could be seen, those of a reader are asked for. */
const QUERIES: Readonly<Record<string, (office: Office) => string>> = {
  '/settings/dns': () => `?sender=${SENDER.id}`,
  '/campaigns/:id/preview': ({ subscriber }) => `?subscriber=${subscriber}`,
  '/editions/:id/message': ({ subscriber }) => `?reader=${subscriber}`,
};

const reason = () => ({ reason: 'They asked for it' });

const segment = () => ({ name: 'On the list', rule: { kind: 'list', list: 'newsletter' } });

const BODIES: Readonly<Record<string, (office: Office) => object>> = {
  'reviews.approve': ({ edition }) => ({ readersShown: edition.readersAtSubmit }),
  'reviews.sendBack': reason,
  'comments.add': () => ({ text: 'Is the date right?' }),
  'people.search': () => ({ ...reason(), address: 'nobody@elsewhere.example.test' }),
  'people.reveal': reason,
  'people.access': reason,
  'people.erase': reason,
  'exports.ask': reason,
  'imports.begin': () => ({ ...reason(), because: 'by-hand' }),
  'imports.add': () => ({ lines: 'somebody@elsewhere.example.test' }),
  'lists.letGo': () => ({ run: 'no-run' }),
  'segments.count': segment,
  'segments.create': segment,
  'segments.change': () => ({ ...segment(), changedAt: 0 }),
  'lists.keep': () => ({ run: 'no-run' }),
  'sources.try': () => aSourceWish('tried'),
  'sources.create': () => aSourceWish('another'),
  'sources.change': () => ({ fields: aSourceWish('made').fields, changedAt: 0 }),
  'sources.remove': () => ({ leaving: 0 }),
  'suppressions.add': () => ({ address: 'somebody@elsewhere.example.test', note: null }),
  'settings.setSenders': () => ({ senders: [SENDER] }),
};
