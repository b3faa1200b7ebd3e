import type { ALLOW_LIST_ENDPOINTS, AllowLine, AllowListShown } from '../../contracts/allow-list';
import type { Line } from '../../domain/access/allow-list';
import type { Asking } from '../../domain/access/asking';
import type { SavedLine } from '../../domain/access/saved-list';
import { found, given } from '../errors';
import { entranceOf } from '../house';
import { peopleShown, type PersonShown, type Showing } from '../people';
import type { RefusalCode } from '../refusals';
import type { AllowListView } from '../rooms/access';
import { verdictText } from '../words/access';
import type { Acts } from './act';
import { allowanceOf } from './show';

type Endpoints = typeof ALLOW_LIST_ENDPOINTS;

export const allowListActs: Acts<Endpoints> = {
  'allowList.find': async (request) => shown(request, await accessOf(request).now()),

  'allowList.change': async (request) =>
    shown(request, given(await accessOf(request).change(request.body.lines, request.by))),

  'allowList.confirm': async (request) =>
    shown(request, given(await accessOf(request).confirm(request.body.proposal, request.by))),

  'allowList.discard': async (request) =>
    shown(request, given(await accessOf(request).discard(request.body.proposal, request.by))),

  'allowList.test': async ({ query, language, ...request }) => {
    const { address, verdicts } = found(await accessOf(request).test(query.address), 'no-address');
    const say = (scope: keyof typeof verdicts) => {
      const verdict = verdicts[scope];
      const by = verdict.isAllowed ? verdict.by : null;
      return {
        isAllowed: verdict.isAllowed,
        by: by && { address: by.address, label: by.label },
        text: verdictText(verdict, language),
      };
    };
    return { address, everything: say('everything'), personalData: say('personal-data') };
  },
};

/** There before anything is configured. */
const accessOf = ({ strapi }: Pick<Showing, 'strapi'>) => entranceOf(strapi).access;

type Asked = Showing & { readonly by: Asking; may(permission: 'settings.write'): boolean };

async function shown(asked: Asked, view: AllowListView): Promise<AllowListShown> {
  const { configured, saved, proposal, ignoresSaved } = view;
  const authors = [...saved, ...(proposal?.lines ?? [])].map(({ addedBy }) => addedBy);
  const person = await peopleShown(asked, [...authors, ...(proposal ? [proposal.by] : [])]);
  return {
    lines: [...configured.map(fromConfiguration), ...saved.map(writtenBy(person))],
    proposal: proposal && {
      id: proposal.id,
      by: person(proposal.by),
      at: proposal.at,
      lines: [...configured.map(fromConfiguration), ...proposal.lines.map(writtenBy(person))],
      mayConfirm: allowanceOf(obstacleTo(asked, proposal.by), asked.language),
    },
    ignoresSaved,
    you: { address: asked.by.ip, hops: accessOf(asked).hops },
  };
}

function obstacleTo({ by, may }: Asked, proposedBy: string): RefusalCode | null {
  if (!may('settings.write')) return 'not-permitted';
  if (by.door !== 'admin') return 'not-in-person';
  return by.person === proposedBy ? 'own-proposal' : null;
}

const fromConfiguration = ({ address, label, scope }: Line): AllowLine => ({
  ...{ address, label, scope, origin: 'configuration' },
  ...{ addedBy: null, addedAt: null },
});

const writtenBy =
  (person: PersonShown) =>
  ({ address, label, scope, addedBy, addedAt }: SavedLine): AllowLine => ({
    ...{ address, label, scope, origin: 'admin' },
    ...{ addedBy: person(addedBy), addedAt },
  });
