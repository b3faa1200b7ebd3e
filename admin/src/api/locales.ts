import { base } from './base';

interface SiteLocale {
  readonly code: string;
  readonly isDefault: boolean;
}

const locales = base.injectEndpoints({
  endpoints: (build) => ({
    /** Languages of the site's content, as the internationalization plugin keeps them. */
    countersignGetLocales: build.query<SiteLocale[], void>({
      query: () => ({ url: '/i18n/locales', method: 'GET' }),
    }),
  }),
});

export const { useCountersignGetLocalesQuery: useGetLocalesQuery } = locales;
