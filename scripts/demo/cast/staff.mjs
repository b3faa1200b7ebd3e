export const PASSWORD = 'Countersign-me-1';

const PLUGIN = 'plugin::countersign';
const CAMPAIGN = `${PLUGIN}.campaign`;

export const SITE_OWNER = { firstname: 'Sasha', lastname: 'Site', email: 'owner@example.org' };

/** Three people, and of our permissions exactly what each needs. Nobody can do another's part. */
export const STAFF = {
  author: {
    ...{ firstname: 'Ada', lastname: 'Author', email: 'author@example.org' },
    role: 'Demo author',
    ours: ['campaign.read', 'campaign.write', 'campaign.submit', 'list.read'],
    contentManager: ['create', 'read', 'update'],
  },
  approver: {
    ...{ firstname: 'Ben', lastname: 'Approver', email: 'approver@example.org' },
    role: 'Demo approver',
    ours: ['campaign.read', 'campaign.approve', 'report.read'],
    contentManager: ['read'],
  },
  operator: {
    ...{ firstname: 'Ola', lastname: 'Operator', email: 'operator@example.org' },
    role: 'Demo operator',
    ours: [
      ...['campaign.read', 'campaign.schedule', 'campaign.control', 'report.read'],
      ...['list.read', 'list.sync', 'subscriber.read'],
    ],
    contentManager: ['read'],
  },
};

/** What Strapi's role API wants; `fields` are those of the campaign type. */
export function permissionsOf({ ours, contentManager }, { fields, locales }) {
  const plain = ours.map((name) => ({ action: `${PLUGIN}.${name}`, subject: null }));
  const onCampaigns = contentManager.map((act) => ({
    action: `plugin::content-manager.explorer.${act}`,
    subject: CAMPAIGN,
    properties: { fields, locales },
  }));
  const all = [...plain, ...onCampaigns];
  return all.map((permission) => ({ properties: {}, conditions: [], ...permission }));
}
