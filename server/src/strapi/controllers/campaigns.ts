import type { CAMPAIGN_ENDPOINTS, CampaignDetail } from '../../contracts/campaigns';
import { aboutCount } from '../../domain/audience/about';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Edition } from '../../domain/editions/edition';
import { moveEdition, type EditionMove } from '../../domain/editions/states';
import { PERMISSIONS, type Permission } from '../../names';
import { found, given } from '../errors';
import { peopleShown } from '../people';
import { entranceOf } from '../house';
import type { RefusalCode } from '../refusals';
import type { CampaignView } from '../rooms/campaigns';
import { problemShown } from '../words/problems';
import { GAP_WORDS } from '../words/set-up';
import type { Acts, Request } from './act';
import {
  allowanceOf,
  editionShown,
  editionsShown,
  handsShown,
  mustSeeReader,
  previewShown,
  summaryOf,
} from './show';
import { visiblePage } from './visible';

type Endpoints = typeof CAMPAIGN_ENDPOINTS;

export const campaignActs: Acts<Endpoints> = {
  'me.find': async ({ caller, may }) => {
    const { id, name } = found(caller, 'not-signed-in');
    const permissions = PERMISSIONS.filter(may);
    const can = Object.fromEntries(PERMISSIONS.map((permission) => [permission, may(permission)]));
    return { person: { id, name }, permissions, can };
  },

  'me.address': async ({ house, by }) => ({
    confirmed: await house.confirmAddress.isConfirmed(by.person),
  }),

  'me.askLink': async ({ house, by }) => {
    given(await house.confirmAddress.ask(by));
    return { sent: true };
  },

  'setUp.find': async ({ strapi, language }) => {
    const { setUp } = entranceOf(strapi);
    const unknown = (await setUp.unknownRoles()).join(', ');
    const missing = (await setUp.gaps()).map((code) => {
      const text = GAP_WORDS[code][language];
      return { code, text: code === 'approval-role' ? `${text}: ${unknown}` : text };
    });
    return { ready: missing.length === 0, missing };
  },

  'campaigns.list': async ({ house, query, onCampaigns, ...showing }) => {
    const { rows, next } = await visiblePage(query, {
      page: (before) =>
        house.campaigns.list({ limit: query.limit, ...(before === undefined ? {} : { before }) }),
      permitted: (campaigns) => onCampaigns(campaigns, ({ id }) => id),
    });
    const editions = rows.flatMap(({ edition }) => edition ?? []);
    const shown = new Map(
      (await editionsShown(showing, editions)).map((edition) => [edition.id, edition]),
    );
    return {
      results: rows.map(({ id, name, updatedAt, edition }) => ({
        id,
        name,
        updatedAt,
        edition: (edition && shown.get(edition.id)) ?? null,
      })),
      next,
    };
  },

  'campaigns.find': async (request) => {
    const view = await request.house.campaigns.find(request.params.id);
    return campaignShown(request, found(view, 'no-such-campaign'));
  },

  'campaigns.preview': async ({ house, params, query, ...looking }) => {
    if (query.subscriber !== undefined) await mustSeeReader(looking, query.subscriber);
    return previewShown(given(await house.campaigns.preview(params.id, query)));
  },

  'campaigns.test': async ({ house, params, body, by }) =>
    given(await house.campaigns.test(params.id, by, body)),

  'campaigns.submit': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.campaigns.submit(params.id, by))),
};

async function campaignShown(
  request: Request<Endpoints['campaigns.find']>,
  view: CampaignView,
): Promise<CampaignDetail> {
  const { language } = request;
  const person = await peopleShown(request, [
    ...view.hands.map((hand) => hand.person),
    ...view.history.map(({ submittedBy }) => submittedBy),
  ]);
  return {
    id: view.id,
    name: view.name,
    updatedAt: view.updatedAt,
    locales: [...view.locales],
    senderId: view.senderId,
    wishedAt: view.wishedAt && { ...view.wishedAt },
    edition: view.edition && summaryOf(view.edition, person, language),
    history: view.history.map((edition) => summaryOf(edition, person, language)),
    hands: handsShown(view.hands, person),
    preflight: view.problems.map((problem) => problemShown(problem, language)),
    audience: audienceShown(request, view),
    can: allowancesOf(request, view),
  };
}

/** A segment must not tell by a count what it asks of whom: the desk has the number that is countersigned. */
function audienceShown(
  { mayEverywhere }: Request<Endpoints['campaigns.find']>,
  { audience: { readers, leftOut }, segments }: CampaignView,
): CampaignDetail['audience'] {
  const named = { segments: [...segments] };
  if (segments.length === 0 || mayEverywhere('subscriber.reveal')) {
    return { ...named, readers, leftOut: { ...leftOut }, isExact: true };
  }
  return { ...named, readers: aboutCount(readers), leftOut: {}, isExact: false };
}

function allowancesOf(
  { may, language }: Request<Endpoints['campaigns.find']>,
  { edition, problems }: CampaignView,
): CampaignDetail['can'] {
  const allowed = (permission: Permission, obstacle: RefusalCode | null = null) =>
    allowanceOf(may(permission) ? obstacle : 'not-permitted', language);
  return {
    write: allowed('campaign.write'),
    submit: allowed('campaign.submit', submitObstacle(edition, problems)),
    test: allowed('campaign.submit'),
    withdraw: allowed('campaign.submit', obstacleTo('withdraw', edition)),
    start: allowed('campaign.schedule', obstacleTo('freeze', edition)),
    control: allowed('campaign.control', obstacleTo('cancel', edition)),
  };
}

function submitObstacle(
  edition: Edition | null,
  problems: readonly CampaignProblem[],
): RefusalCode | null {
  if (edition) return 'already-open';
  return problems.some(({ level }) => level === 'error') ? 'problems' : null;
}

const obstacleTo = (move: EditionMove, edition: Edition | null): RefusalCode | null =>
  edition && moveEdition(edition.state, move) ? null : 'wrong-state';
