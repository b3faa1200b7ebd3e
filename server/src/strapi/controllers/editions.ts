import type {
  EDITION_ENDPOINTS,
  EditionContentShown,
  EditionDetail,
} from '../../contracts/editions';
import { linksOf } from '../../domain/editions/changes';
import type { EditionContent } from '../../domain/editions/content';
import { EDITION_STATES, type EditionState } from '../../domain/editions/states';
import { fillPieces } from '../../domain/messages/pieces';
import { found, given, invalid } from '../errors';
import type { House } from '../house';
import { peopleShown, type Showing } from '../people';
import { rolesNamed } from '../roles';
import type { EditionQuery, EditionView } from '../rooms/editions';
import { problemShown } from '../words/problems';
import type { Acts, Request } from './act';
import { countersigning } from './countersigning';
import {
  editionShown,
  editionsShown,
  handsShown,
  mustSeeReader,
  previewShown,
  summaryOf,
} from './show';
import { visiblePage } from './visible';

type Endpoints = typeof EDITION_ENDPOINTS;

export const editionActs: Acts<Endpoints> = {
  'editions.list': async ({ house, query, onCampaigns, ...showing }) => {
    const { rows, next } = await visiblePage(query, {
      page: (before) =>
        house.editions.list({
          ...editionQueryOf(query),
          ...(before === undefined ? {} : { before }),
        }),
      permitted: (editions) => onCampaigns(editions, ({ campaignId }) => campaignId),
    });
    return { results: await editionsShown(showing, rows), next };
  },

  'editions.find': async (request) => {
    const view = await request.house.editions.find(request.params.id);
    return detailShown(request, found(view, 'no-such-edition'));
  },

  'editions.message': async ({ house, params, query, ...looking }) => {
    if (query.reader !== undefined) await mustSeeReader(looking, query.reader);
    return previewShown(given(await house.editions.message(params.id, query)));
  },

  'editions.audience': async ({ house, params }) => {
    const { lists, domains, elsewhere } = found(
      await house.editions.spread(params.id),
      'no-such-edition',
    );
    const names = await house.lists.names();
    return {
      lists: lists.map(({ id, readers }) => ({ name: names.get(id) ?? id, readers })),
      domains: domains.map(({ domain, readers }) => ({ domain, readers })),
      elsewhere,
    };
  },

  'editions.changes': async ({ house, params, query, by, ...showing }) => {
    const earlier = query.since === 'sent' ? 'sent' : { decidedBy: by.person };
    const { since, locales } = given(await house.editions.changes(params.id, earlier));
    return {
      since: since && (await editionShown(showing, since)),
      locales: locales.map(({ locale, words, links, pictures }) => ({
        locale,
        words: [...words],
        links: { added: [...links.added], removed: [...links.removed] },
        pictures: { added: [...pictures.added], removed: [...pictures.removed] },
      })),
    };
  },

  'reviews.approve': async ({ house, params, body, by, ...showing }) =>
    editionShown(showing, given(await house.reviews.approve(params.id, by, body))),

  'reviews.sendBack': async ({ house, params, body, by, ...showing }) =>
    editionShown(showing, given(await house.reviews.sendBack(params.id, by, body))),

  'reviews.withdraw': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.reviews.withdraw(params.id, by))),
};

interface EditionsQuery {
  readonly state?: string;
  readonly campaign?: string;
  readonly before?: string;
  readonly limit: number;
}

export function editionQueryOf({ state, campaign, before, limit }: EditionsQuery): EditionQuery {
  return {
    limit,
    ...(state === undefined ? {} : { states: state.split(',').map(asState) }),
    ...(campaign === undefined ? {} : { campaignId: campaign }),
    ...(before === undefined ? {} : { before }),
  };
}

function asState(word: string): EditionState {
  const state = EDITION_STATES.find((known) => known === word);
  if (state) return state;
  throw invalid([{ place: 'query.state', expected: EDITION_STATES.join(', ') }]);
}

const NOT_PERMITTED = { because: 'not-permitted', lacks: 'the-right' } as const;

async function detailShown(
  request: Request<Endpoints['editions.find']>,
  { edition, decisions, hands, audience, problems, approvals }: EditionView,
): Promise<EditionDetail> {
  const { house, by, may, language } = request;
  const person = await peopleShown(request, [
    edition.submittedBy,
    ...decisions.map((decision) => decision.person),
    ...hands.map((hand) => hand.person),
  ]);
  const obstacle = may('campaign.approve')
    ? await house.reviews.obstacle(edition.id, by)
    : NOT_PERMITTED;
  return {
    ...summaryOf(edition, person, language),
    fingerprint: edition.fingerprint,
    content: contentShown(edition.content),
    decisions: decisions.map(({ id, person: who, kind, reason, decidedAt, readersShown }) => ({
      ...{ id, kind, reason, decidedAt, readersShown },
      person: person(who),
    })),
    hands: handsShown(hands, person),
    audience: { readers: audience.readers, leftOut: { ...audience.leftOut } },
    lists: await listsNamed(house, edition.content),
    problems: problems.map((problem) => problemShown(problem, language)),
    approvals: await approvalsShown(request, approvals),
    mayCountersign: await countersigning(request, obstacle),
  };
}

async function approvalsShown(
  { strapi }: Showing,
  { seats, ...approvals }: EditionView['approvals'],
): Promise<EditionDetail['approvals']> {
  const roles = await rolesNamed(strapi, seats.roles);
  return { ...approvals, seats: { missing: seats.missing, roles } };
}

async function listsNamed(
  house: House,
  { audience }: EditionContent,
): Promise<EditionDetail['lists']> {
  const names = await house.lists.names();
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return { include: named(audience.include), exclude: named(audience.exclude) };
}

const audienceShown = ({ audience }: EditionContent): EditionContentShown['audience'] => ({
  include: [...audience.include],
  exclude: [...audience.exclude],
  segments: [...(audience.segments ?? [])],
});

/** Slots as their fallbacks; the message as a reader gets it is at `/message`. */
export function contentShown(content: EditionContent): EditionContentShown {
  const messages = Object.entries(content.messages);
  return {
    from: content.from,
    replyTo: content.replyTo,
    wishedAt: content.wishedAt,
    audience: audienceShown(content),
    identity: { ...content.identity, reason: { ...content.identity.reason } },
    defaultLocale: content.defaultLocale,
    locales: Object.fromEntries(
      messages.map(([locale, { subject, preheader, text }]) => [
        locale,
        {
          subject: fillPieces(subject, {}, 'text'),
          preheader: fillPieces(preheader, {}, 'text'),
          text: fillPieces(text, {}, 'text'),
        },
      ]),
    ),
    links: [...new Set(messages.flatMap(([locale]) => linksOf(content, locale)))],
    assets: content.assets.map(({ hash, mime, bytes }) => ({ hash, mime, bytes })),
  };
}
