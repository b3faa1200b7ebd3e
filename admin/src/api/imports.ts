import type { ImportShown } from '../../../server/src/contracts/imports';
import { base, get, send, type Page } from './base';
import { piecesOf } from './pieces';

type Answer = 'allow' | 'refuse' | 'withdraw';

export interface ImportWish {
  readonly reason: string;
  readonly because: string;
  /** The file, read. */
  readonly text: string;
}

const imports = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetImports: build.query<Page<ImportShown>, { before?: string; limit?: number }>({
      query: (params) => get('/suppression-imports', params),
      providesTags: ['CountersignImport'],
    }),
    countersignImport: build.mutation<ImportShown, ImportWish>({
      // A long file is more than one request may carry; it counts only once it is handed over whole.
      queryFn: async ({ text, ...wish }, _api, _options, ask) => {
        const begun = await ask(send('POST', '/suppression-imports', wish));
        if (begun.error) return { error: begun.error };
        const place = `/suppression-imports/${(begun.data as ImportShown).id}`;
        for (const lines of piecesOf(text)) {
          const added = await ask(send('POST', `${place}/lines`, { lines }));
          if (added.error) return { error: added.error };
        }
        const asked = await ask(send('POST', `${place}/submit`));
        return asked.error ? { error: asked.error } : { data: asked.data as ImportShown };
      },
      invalidatesTags: ['CountersignImport'],
    }),
    countersignAnswerImport: build.mutation<ImportShown, { id: string; answer: Answer }>({
      query: ({ id, answer }) => send('POST', `/suppression-imports/${id}/${answer}`),
      invalidatesTags: ['CountersignImport', 'CountersignPeople', 'CountersignList'],
    }),
  }),
});

export const {
  useCountersignGetImportsQuery: useGetImportsQuery,
  useCountersignImportMutation: useImportMutation,
  useCountersignAnswerImportMutation: useAnswerImportMutation,
} = imports;
