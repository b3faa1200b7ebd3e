interface UsersPermissions {
  contentTypes: { user: { schema: { attributes: Record<string, unknown> } } };
}

/** What the newsletter wants to know of a user. `locale` is Strapi's own word, hence `language`. */
const FIELDS = {
  displayName: { type: 'string', maxLength: 120 },
  language: { type: 'enumeration', enum: ['en', 'ja'], default: 'en' },
  newsletterConsent: { type: 'boolean', default: false, required: true },
  plan: { type: 'enumeration', enum: ['free', 'pro'] },
  joinedOn: { type: 'date' },
  orders: { type: 'integer' },
};

export default <Plugin extends UsersPermissions>(plugin: Plugin): Plugin => {
  Object.assign(plugin.contentTypes.user.schema.attributes, FIELDS);
  return plugin;
};
