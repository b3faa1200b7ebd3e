import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { readRefusal } from '../refusal';
import { useSay } from '../words';

/**
 * Does something and says how it went: the words of `done`, or why not. Answers what came of it, or
 * undefined after a refusal.
 */
export function useAct(): <T>(
  act: () => Promise<T>,
  done?: string | ((result: T) => string),
) => Promise<T | undefined> {
  const say = useSay();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (act, done) => {
      try {
        const result = await act();
        const message = typeof done === 'function' ? done(result) : done;
        if (message) toggleNotification({ type: 'success', message });
        return result;
      } catch (error) {
        toggleNotification({ type: 'danger', message: readRefusal(error, say).text });
        return undefined;
      }
    },
    [say, toggleNotification],
  );
}
