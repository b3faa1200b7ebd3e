import { CAMPAIGN_UID } from '../../../server/src/names';
import { send, type Door } from './door';

const ADDRESSES = [
  '/api/campaigns',
  '/api/countersign/campaigns',
  '/api/countersign/campaigns/:id',
  `/api/${CAMPAIGN_UID}`,
  '/api/countersign/subscribers',
  '/api/countersign/editions/:edition/approve',
  '/api/countersign/editions/:edition/start',
  '/graphql',
  '/mcp',
];

/** Addresses at which a program would look for what is not there. */
export const OTHER_DOORS: readonly Door[] = ADDRESSES.flatMap((path) =>
  (['GET', 'POST'] as const).map((method) => ({
    name: `${method} ${path.replace(CAMPAIGN_UID, ':uid')}`,
    isFor: () => false,
    knock: (caller, { campaign, edition }) =>
      send(caller, method, path.replace(':id', campaign).replace(':edition', edition.id), {
        data: { subject: 'Other words' },
        query: '{ campaigns { documentId } }',
      }),
  })),
);
