import type { EXPORT_ENDPOINTS, ListExportShown } from '../../contracts/exports';
import { MOST_DOWNLOADS } from '../../domain/subscribers/list-export';
import { given } from '../errors';
import type { House } from '../house';
import { peopleShown, type Showing } from '../people';
import type { RefusalCode } from '../refusals';
import type { ExportView } from '../rooms/exports';
import { EXPORT_STATE_WORDS } from '../words/exports';
import type { Acts } from './act';
import { allowanceOf } from './show';
import { visiblePage } from './visible';

export const exportActs: Acts<typeof EXPORT_ENDPOINTS> = {
  'exports.list': async ({ query: { before, limit }, onLists, by, ...request }) => {
    const { rows, next } = await visiblePage(
      { before, limit },
      {
        page: (last) =>
          request.house.exports.list(
            { limit, ...(last === undefined ? {} : { before: last }) },
            by,
          ),
        permitted: async (found) => {
          const lists = found.map(({ listId }) => ({ id: listId, lists: [listId] }));
          const seen = new Set(onLists('subscriber.export', lists).map(({ id }) => id));
          return found.filter(({ listId }) => seen.has(listId));
        },
      },
    );
    const { isOn } = request.house.exports;
    return { isOn, results: await shown(request, rows), next };
  },

  'exports.ask': async ({ params, body, by, ...request }) => {
    const wish = { listId: params.id, reason: body.reason };
    return oneShown(request, given(await request.house.exports.ask(wish, by)));
  },

  'exports.allow': async ({ params, by, ...request }) =>
    oneShown(request, given(await request.house.exports.allow(params.id, by))),

  'exports.refuse': async ({ params, by, ...request }) =>
    oneShown(request, given(await request.house.exports.refuse(params.id, by))),

  'exports.withdraw': async ({ params, by, ...request }) =>
    oneShown(request, given(await request.house.exports.withdraw(params.id, by))),
};

type Request = Showing & { readonly house: House };

async function oneShown(request: Request, view: ExportView): Promise<ListExportShown> {
  const [one] = await shown(request, [view]);
  if (!one) throw new Error('an export should be shown as one');
  return one;
}

async function shown(request: Request, views: readonly ExportView[]): Promise<ListExportShown[]> {
  const { house, language } = request;
  const names = await house.lists.names();
  const person = await peopleShown(
    request,
    views.flatMap(({ askedBy, decidedBy }) => [
      askedBy,
      ...(decidedBy === null ? [] : [decidedBy]),
    ]),
  );
  const allowance = (obstacle: RefusalCode | null) =>
    allowanceOf(house.exports.isOn ? obstacle : 'exports-off', language);
  return views.map((view) => ({
    id: view.id,
    list: view.listId,
    listName: names.get(view.listId) ?? view.listId,
    askedBy: person(view.askedBy),
    askedAt: view.askedAt,
    reason: view.reason,
    readers: view.readers,
    state: view.state,
    stateText: EXPORT_STATE_WORDS[view.state][language],
    decidedBy: view.decidedBy === null ? null : person(view.decidedBy),
    decidedAt: view.decidedAt,
    until: view.until,
    downloads: view.downloads,
    downloadsLeft: Math.max(0, MOST_DOWNLOADS - view.downloads),
    mayAllow: allowance(view.obstacles.allow),
    mayRefuse: allowance(view.obstacles.refuse),
    mayWithdraw: allowance(view.obstacles.withdraw),
    mayDownload: allowance(view.obstacles.download),
  }));
}
