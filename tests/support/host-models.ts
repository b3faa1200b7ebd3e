import type { Model } from '@strapi/database';
import type { ContentType } from '../../server/src/adapters/sources/content-type';

/** As users-permissions and the playground have it, as far as a source looks at it. */
export const USERS: Model = {
  uid: 'plugin::users-permissions.user',
  tableName: 'up_users',
  singularName: 'user',
  attributes: {
    id: { type: 'increments' },
    documentId: { type: 'string' },
    username: { type: 'string' },
    email: { type: 'email' },
    password: { type: 'password' },
    confirmed: { type: 'boolean', default: false },
    blocked: { type: 'boolean', default: false },
    displayName: { type: 'string' },
    language: { type: 'string' },
    newsletterConsent: { type: 'boolean', default: false },
    createdAt: { type: 'datetime' },
    updatedAt: { type: 'datetime' },
    publishedAt: { type: 'datetime' },
    locale: { type: 'string' },
  },
};

/** A content type with drafts and languages, whose consent is a date. */
export const GUESTS: Model = {
  uid: 'api::guest.guest',
  tableName: 'guests',
  singularName: 'guest',
  attributes: {
    id: { type: 'increments' },
    documentId: { type: 'string' },
    mail: { type: 'string' },
    agreedAt: { type: 'datetime' },
    createdAt: { type: 'datetime' },
    updatedAt: { type: 'datetime' },
    publishedAt: { type: 'datetime' },
    locale: { type: 'string' },
  },
};

const contentTypeOf = ({ attributes }: Model, draftAndPublish: boolean): ContentType => ({
  attributes,
  options: { draftAndPublish },
});

/** By UID, as `strapi.contentTypes` holds them. */
export const contentTypes = (): Record<string, ContentType> => ({
  [USERS.uid]: contentTypeOf(USERS, false),
  [GUESTS.uid]: contentTypeOf(GUESTS, true),
});
