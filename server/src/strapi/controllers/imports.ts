import type { IMPORT_ENDPOINTS, ImportShown } from '../../contracts/imports';
import { FEWEST_SHOWN } from '../../domain/audience/spread';
import type { Permission } from '../../names';
import { given } from '../errors';
import { peopleShown, type Showing } from '../people';
import type { ImportView } from '../rooms/imports';
import { IMPORT_STATE_WORDS } from '../words/imports';
import { SUPPRESSION_WORDS } from '../words/people';
import type { Acts } from './act';
import { allowanceOf } from './show';

export const importActs: Acts<typeof IMPORT_ENDPOINTS> = {
  'imports.list': async ({ house, query: { before, limit }, by, ...showing }) => {
    const page = { limit, ...(before === undefined ? {} : { before }) };
    const rows = await house.imports.list(page, by);
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { results: await shown(showing, rows), next: last?.id ?? null };
  },

  'imports.begin': async ({ house, body, by, ...showing }) =>
    oneShown(showing, given(await house.imports.begin(body, by))),

  'imports.add': async ({ house, params, body, by, ...showing }) =>
    oneShown(showing, given(await house.imports.add(params.id, body.lines, by))),

  'imports.submit': async ({ house, params, by, ...showing }) =>
    oneShown(showing, given(await house.imports.submit(params.id, by))),

  'imports.allow': async ({ house, params, by, ...showing }) =>
    oneShown(showing, given(await house.imports.allow(params.id, by))),

  'imports.refuse': async ({ house, params, by, ...showing }) =>
    oneShown(showing, given(await house.imports.refuse(params.id, by))),

  'imports.withdraw': async ({ house, params, by, ...showing }) =>
    oneShown(showing, given(await house.imports.withdraw(params.id, by))),
};

type Asked = Showing & { may(permission: Permission): boolean };

async function oneShown(showing: Asked, view: ImportView): Promise<ImportShown> {
  const [one] = await shown(showing, [view]);
  if (!one) throw new Error('an import should be shown as one');
  return one;
}

async function shown(showing: Asked, views: readonly ImportView[]): Promise<ImportShown[]> {
  const { language, may } = showing;
  const person = await peopleShown(
    showing,
    views.flatMap(({ askedBy, decidedBy }) => [askedBy, ...(decidedBy ? [decidedBy] : [])]),
  );
  return views.map((view) => ({
    id: view.id,
    askedBy: person(view.askedBy),
    askedAt: view.askedAt,
    reason: view.reason,
    because: view.because,
    becauseText: SUPPRESSION_WORDS[view.because][language],
    state: view.state,
    stateText: IMPORT_STATE_WORDS[view.state][language],
    decidedBy: view.decidedBy === null ? null : person(view.decidedBy),
    decidedAt: view.decidedAt,
    until: view.until,
    addresses: view.addresses,
    known: may('subscriber.reveal') ? knownShown(view) : null,
    unreadable: view.unreadable,
    examples: [...view.examples],
    mayAllow: allowanceOf(view.obstacles.allow, language),
    mayRefuse: allowanceOf(view.obstacles.refuse, language),
    mayWithdraw: allowanceOf(view.obstacles.withdraw, language),
  }));
}

/**
 * A file of one address would tell whether it is suppressed (P6), and so would what is left of a file. Among
 * others that somebody has suppressed themselves one still tells, also by a rounded number: so it is only for
 * those who may see addresses.
 */
const knownShown = ({ addresses, known }: ImportView): number | null =>
  known < FEWEST_SHOWN || addresses - known < FEWEST_SHOWN ? null : known;
