import { DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import ja from '../../admin/src/translations/ja.json';
import { prefixed } from '../../admin/src/words';

interface Surroundings {
  readonly language?: 'en' | 'ja';
  /** Where in the admin it stands. */
  readonly at?: string;
}

// Said either way, the router is quiet about it.
const FUTURE = { v7_startTransition: false, v7_relativeSplatPath: false };

/** Shows a part of the admin with what Strapi puts around it: the theme, the words and the router. */
export function show(part: ReactElement, { language = 'en', at = '/' }: Surroundings = {}) {
  return render(
    <IntlProvider
      locale={language}
      timeZone="UTC"
      messages={language === 'ja' ? prefixed(ja) : {}}
      onError={ignoreEnglishDefaults}
    >
      <DesignSystemProvider locale={language} theme={lightTheme}>
        <MemoryRouter initialEntries={[at]} future={FUTURE}>
          {part}
        </MemoryRouter>
      </DesignSystemProvider>
    </IntlProvider>,
  );
}

// English is the default of every message, so it needs no translations.
function ignoreEnglishDefaults(error: { readonly code: string }): void {
  if (error.code !== 'MISSING_TRANSLATION') throw error;
}
