import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { actionOf, type Permission } from '../../server/src/names';

/** What Strapi's own components take: one of these is enough. */
export const needs = (...permissions: Permission[]) =>
  permissions.map((permission) => ({ action: actionOf(permission), subject: null }));

/** Whether the person signed in holds a permission. The server asks again, whatever this says. */
export function useMay(): (permission: Permission) => boolean {
  const held = useAuth('useMay', ({ permissions }) => permissions);
  return useCallback(
    (permission) => held.some(({ action }) => action === actionOf(permission)),
    [held],
  );
}
