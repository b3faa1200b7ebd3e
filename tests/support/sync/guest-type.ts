import type { Core } from '@strapi/strapi';

export const GUEST_UID = 'api::guest.guest';

const localized = { pluginOptions: { i18n: { localized: true } } };

/** What the site has beside users-permissions: a type with drafts and languages, consent a date. */
const GUEST = {
  kind: 'collectionType',
  collectionName: 'guests',
  info: { singularName: 'guest', pluralName: 'guests', displayName: 'Guest' },
  options: { draftAndPublish: true },
  ...localized,
  attributes: {
    mail: { type: 'string', ...localized },
    agreedAt: { type: 'datetime', ...localized },
    language: { type: 'string', ...localized },
  },
};

export const GUESTS_SOURCE = {
  id: 'guests',
  contentType: GUEST_UID,
  list: 'newsletter',
  fields: { email: 'mail', locale: 'language', consent: 'agreedAt' },
};

/** As if the site's own folders had it. */
export const addGuests = (strapi: Core.Strapi): void => {
  strapi.get('content-types').add('api::guest', { guest: { schema: GUEST } });
};
