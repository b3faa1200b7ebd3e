import { getFetchClient } from '@strapi/strapi/admin';
import type { ExportsShown, ListExportShown } from '../../../server/src/contracts/exports';
import { saveFile } from '../components/save-file';
import { base, get, send } from './base';

type Answer = 'allow' | 'refuse' | 'withdraw';

const exports = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetExports: build.query<ExportsShown, { before?: string; limit?: number }>({
      query: (params) => get('/exports', params),
      providesTags: ['CountersignExport'],
    }),
    countersignAskExport: build.mutation<ListExportShown, { list: string; reason: string }>({
      query: ({ list, reason }) => send('POST', `/lists/${list}/exports`, { reason }),
      invalidatesTags: ['CountersignExport'],
    }),
    countersignAnswerExport: build.mutation<ListExportShown, { id: string; answer: Answer }>({
      query: ({ id, answer }) => send('POST', `/exports/${id}/${answer}`),
      invalidatesTags: ['CountersignExport'],
    }),
    countersignDownloadExport: build.mutation<null, string>({
      // Past the store, which is no place for addresses.
      queryFn: async (id) => {
        const { file, error } = await fetchFile(id);
        if (file === undefined) return { error };
        saveFile(`export-${id}.csv`, file);
        return { data: null };
      },
      invalidatesTags: ['CountersignExport'],
    }),
  }),
});

/** Bytes as they come: read as text, the file would lose the mark by which Excel knows it. */
async function fetchFile(id: string) {
  const { url, config } = send('POST', `/exports/${id}/download`);
  try {
    const { data, status = 200 } = await getFetchClient().post<Blob>(url, undefined, {
      ...{ ...config, responseType: 'blob' },
      // A refusal comes as bytes, too; whoever is signed out is the client's own business.
      validateStatus: (code) => code !== 401,
    });
    if (status < 400) return { file: data };
    return { error: JSON.parse(await data.text()).error };
  } catch (error) {
    return { error: { name: 'UnknownError', message: String(error) } };
  }
}

export const {
  useCountersignGetExportsQuery: useGetExportsQuery,
  useCountersignAskExportMutation: useAskExportMutation,
  useCountersignAnswerExportMutation: useAnswerExportMutation,
  useCountersignDownloadExportMutation: useDownloadExportMutation,
} = exports;
