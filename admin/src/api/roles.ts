import { CAMPAIGN_UID } from '../../../server/src/names';
import { base } from './base';

export interface Role {
  readonly id: number;
  readonly name: string;
}

interface RoleToMake {
  readonly name: string;
  readonly description: string;
  /** Full ids of actions that belong to no content type. */
  readonly actions: readonly string[];
  /** What it may do with campaigns in the Content Manager: all fields, all languages. */
  readonly onCampaigns: readonly string[];
}

interface Property {
  readonly value: string;
  readonly children?: readonly { readonly value: string }[];
}
interface PermissionLayout {
  readonly sections: {
    readonly collectionTypes: {
      readonly subjects: readonly {
        readonly uid: string;
        readonly properties: readonly Property[];
      }[];
    };
  };
}

/** Strapi's own roles, made as its own page makes them: whoever may not do it there cannot do it here. */
const roles = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetRoles: build.query<Role[], void>({
      query: () => ({ url: '/admin/roles', method: 'GET' }),
      transformResponse: ({ data }: { data: Role[] }) => data,
      providesTags: ['CountersignRoles'],
    }),
    countersignMakeRole: build.mutation<Role, RoleToMake>({
      queryFn: async ({ name, description, actions, onCampaigns }, _api, _extra, fetch) => {
        const layout = await fetch({ url: '/admin/permissions', method: 'GET' });
        if (layout.error) return { error: layout.error };
        const locales = await fetch({ url: '/i18n/locales', method: 'GET' });
        const made = await fetch({
          ...{ url: '/admin/roles', method: 'POST', data: { name, description } },
        });
        if (made.error) return { error: made.error };
        const { data: role } = made.data as { data: Role };
        const properties = scopeOf(layout.data, locales.data);
        const permissions = [
          ...actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
          ...onCampaigns.map((act) => ({
            action: `plugin::content-manager.explorer.${act}`,
            ...{ subject: CAMPAIGN_UID, properties, conditions: [] },
          })),
        ];
        const url = `/admin/roles/${role.id}/permissions`;
        const given = await fetch({ url, method: 'PUT', data: { permissions } });
        if (!given.error) return { data: role };
        // Without its permissions it would look as if it were there.
        await fetch({ url: `/admin/roles/${role.id}`, method: 'DELETE' });
        return { error: given.error };
      },
      invalidatesTags: ['CountersignRoles'],
    }),
  }),
});

/** All fields of a campaign, and all languages where the site has several. */
function scopeOf(answer: unknown, locales: unknown): { fields?: string[]; locales?: string[] } {
  const { data } = answer as { data: PermissionLayout };
  const subject = data.sections.collectionTypes.subjects.find(({ uid }) => uid === CAMPAIGN_UID);
  const fields = subject?.properties.find(({ value }) => value === 'fields')?.children ?? [];
  return {
    fields: fields.map(({ value }) => value),
    ...(Array.isArray(locales) && { locales: locales.map(({ code }) => String(code)) }),
  };
}

export const {
  useCountersignGetRolesQuery: useGetRolesQuery,
  useCountersignMakeRoleMutation: useMakeRoleMutation,
} = roles;
