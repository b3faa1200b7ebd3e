import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { readRefusal, type Refusal } from '../../refusal';
import { useSay } from '../../words';

/** Saves a form: says that it did, or keeps why not for the fields it is about. */
export function useSave<T>(send: () => Promise<T>, done: (saved: T) => string) {
  const say = useSay();
  const { toggleNotification } = useNotification();
  const [refusal, setRefusal] = useState<Refusal>();
  const save = async (): Promise<boolean> => {
    try {
      const saved = await send();
      setRefusal(undefined);
      toggleNotification({ type: 'success', message: done(saved) });
      return true;
    } catch (error) {
      setRefusal(readRefusal(error, say));
      return false;
    }
  };
  return { save, refusal };
}
