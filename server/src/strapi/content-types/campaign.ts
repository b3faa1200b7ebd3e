import { CAMPAIGN_TABLE } from '../../names';

const localized = { i18n: { localized: true } };
const shared = { i18n: { localized: false } };

/** What an author writes. Nothing that decides anything is kept here: any other door may write it too. */
export const campaign = {
  schema: {
    kind: 'collectionType',
    collectionName: CAMPAIGN_TABLE,
    info: {
      singularName: 'campaign',
      pluralName: 'campaigns',
      displayName: 'Campaign',
      description: 'A newsletter, written here and countersigned by a second person',
    },
    // State lives with the editions: a published campaign would say nothing about what was sent.
    options: { draftAndPublish: false },
    pluginOptions: {
      i18n: { localized: true },
      'content-manager': { visible: true },
      'content-type-builder': { visible: false },
    },
    attributes: {
      name: { type: 'string', required: true, minLength: 1, maxLength: 255, pluginOptions: shared },
      subject: { type: 'string', pluginOptions: localized },
      preheader: { type: 'string', pluginOptions: localized },
      body: { type: 'blocks', pluginOptions: localized },
      audience: {
        type: 'customField',
        customField: 'plugin::countersign.audience',
        pluginOptions: shared,
      },
      sender: {
        type: 'customField',
        customField: 'plugin::countersign.sender',
        pluginOptions: shared,
      },
      replyTo: { type: 'string', pluginOptions: shared },
      wishedAt: {
        type: 'customField',
        customField: 'plugin::countersign.wished-time',
        pluginOptions: shared,
      },
    },
  },
};
