import { CAMPAIGN_UID, PERMISSIONS } from '../../../server/src/names';
import { paragraph } from '../newsroom';
import type { ContentAct } from '../staff';
import type { CallerKind } from './caller';
import { send, type Door } from './door';
import type { Office } from './office';

const AT = `/content-manager/collection-types/${CAMPAIGN_UID}`;
const letter = { name: 'A letter', subject: 'Hello', body: [paragraph('Hello.')] };

type Method = Parameters<typeof send>[1];
type Path = (office: Office) => string;

interface Row {
  readonly method: Method;
  readonly path: string;
  readonly at: Path;
  readonly isFor: (caller: CallerKind) => boolean;
  readonly body?: (office: Office) => object;
}

/** Strapi's own right on the type; to write, ours besides. */
const by =
  (...acts: ContentAct[]) =>
  ({ content, holds }: CallerKind): boolean =>
    acts.some((act) => content.includes(act)) &&
    (acts.includes('read') || holds.includes('campaign.write'));

const signedIn = ({ isColleague }: CallerKind): boolean => isColleague;
const isChief = ({ isInPerson, holds }: CallerKind): boolean =>
  isInPerson && holds.length === PERMISSIONS.length;
const nobody = (): boolean => false;
const ids = ({ campaign }: Office) => ({ documentIds: [campaign] });

const row = (
  [method, path]: readonly [Method, string],
  isFor: Row['isFor'],
  body?: Row['body'],
): Row => ({
  ...{ method, path, isFor, ...(body ? { body } : {}) },
  at: ({ campaign }) =>
    `${AT}${path.replace(':id', campaign)}${path.includes('?') ? '&' : '?'}locale=en`,
});

const ROWS: readonly Row[] = [
  row(['GET', ''], by('read')),
  row(['GET', '?filters[createdBy][email][$startsWith]=a'], by('read')),
  row(['GET', '?sort=createdBy.email&populate=*'], by('read')),
  row(['GET', '/:id'], by('read')),
  row(['GET', '/:id/actions/countDraftRelations'], by('read')),
  row(['GET', '/actions/countManyEntriesDraftRelations?documentIds=:id'], by('read')),
  row(['POST', ''], by('create'), () => letter),
  row(['POST', '/clone/:id'], by('create'), () => ({ name: 'A copy' })),
  row(['POST', '/auto-clone/:id'], by('create'), () => ({})),
  row(['PUT', '/:id'], by('update'), () => ({ subject: 'Other words' })),
  row(['DELETE', '/:id'], by('delete')),
  row(['POST', '/actions/bulkDelete'], by('delete'), ids),
  row(['POST', '/actions/publish'], nobody, () => letter),
  row(['POST', '/:id/actions/publish'], nobody, () => ({ subject: 'Published' })),
  row(['POST', '/:id/actions/unpublish'], nobody, () => ({})),
  row(['POST', '/:id/actions/discard'], nobody, () => ({})),
  row(['POST', '/actions/bulkPublish'], nobody, ids),
  row(['POST', '/actions/bulkUnpublish'], nobody, ids),
  row(['POST', '/actions/bulkFindForValidation'], by('read'), ids),
];

const elsewhere = (
  [method, path]: readonly [Method, string],
  isFor: Row['isFor'],
  body?: Row['body'],
): Row => ({
  ...{ method, path, isFor, ...(body ? { body } : {}) },
  at: ({ campaign }) => path.replace(':uid', CAMPAIGN_UID).replace(':id', campaign),
});

const OTHER_ROWS: readonly Row[] = [
  elsewhere(['GET', '/content-manager/relations/:uid/localizations'], nobody),
  elsewhere(['GET', '/content-manager/relations/:uid/:id/localizations'], nobody),
  elsewhere(['GET', '/content-manager/single-types/:uid'], by('read')),
  elsewhere(['PUT', '/content-manager/single-types/:uid'], by('update'), () => letter),
  elsewhere(['DELETE', '/content-manager/single-types/:uid'], by('delete')),
  elsewhere(['POST', '/content-manager/single-types/:uid/actions/publish'], nobody, () => letter),
  elsewhere(['POST', '/content-manager/single-types/:uid/actions/unpublish'], nobody),
  elsewhere(['POST', '/content-manager/single-types/:uid/actions/discard'], nobody),
  elsewhere(
    ['GET', '/content-manager/history-versions?contentType=:uid&documentId=:id'],
    by('read'),
  ),
  elsewhere(['PUT', '/content-manager/history-versions/1/restore'], by('update'), () => ({
    contentType: CAMPAIGN_UID,
  })),
  elsewhere(['GET', '/content-manager/single-types/:uid/actions/countDraftRelations'], by('read')),
  elsewhere(['GET', '/content-manager/content-types/:uid/configuration'], signedIn),
  elsewhere(['PUT', '/content-manager/content-types/:uid/configuration'], isChief, () => ({})),
];

/** Every route of the Content Manager on our type. */
export const CONTENT_MANAGER_DOORS: readonly Door[] = [...ROWS, ...OTHER_ROWS].map(
  ({ method, path, at, isFor, body }) => ({
    name: `${method} ${path.startsWith('/content-manager') ? path : `${AT}${path}`}`.replace(
      CAMPAIGN_UID,
      ':uid',
    ),
    isFor,
    // A campaign has no relation to list; Strapi's controllers fail rather than say so.
    ...(path.includes('/relations/') ? { alsoNo: 500 } : {}),
    knock: (caller, office) => send(caller, method, at(office), body?.(office)),
  }),
);
