import { useMemo, useReducer, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useNotification } from '@strapi/strapi/admin';
import { useAddSegmentMutation, useChangeSegmentMutation } from '../../api/segments';
import { paths } from '../../paths';
import { readRefusal, type Refusal } from '../../refusal';
import type { Attribute, Rule, Segment } from '../../segments/rule';
import { useSay } from '../../words';
import { beginWith, reduce } from './builder/reduce';
import { writeRule } from './builder/write';

export const NAME_TAKEN = 'segment-name-taken';

/** What is built, whether it can be saved, and the saving of it. */
export function useSegmentForm(segment: Segment | undefined, attributes: readonly Attribute[]) {
  const [name, setName] = useState(segment?.name ?? '');
  const [state, dispatch] = useReducer(reduce, segment?.rule, beginWith);
  const [isStrict, setStrict] = useState(false);
  const written = useMemo(() => writeRule(state.root, attributes), [state.root, attributes]);
  const { save, refusal, isLoading } = useSaveSegment(segment);
  const isNameless = name.trim() === '';
  const unfinished = (written.missing?.size ?? 0) + (isNameless ? 1 : 0);
  const submit = async () => {
    setStrict(true);
    const [first] = written.missing?.keys() ?? [];
    if (first !== undefined && !isNameless) dispatch({ act: 'go-to', part: first });
    if (written.rule && !isNameless) await save(name.trim(), written.rule);
  };
  return {
    ...{ name, setName, state, dispatch, written },
    ...{ isStrict, unfinished, submit, refusal, isLoading },
  };
}

const seen = ({ id, changedAt }: Segment) => ({ id, changedAt });

function useSaveSegment(segment: Segment | undefined) {
  const say = useSay();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [refusal, setRefusal] = useState<Refusal>();
  const [add, adding] = useAddSegmentMutation();
  const [change, changing] = useChangeSegmentMutation();
  const save = async (name: string, rule: Rule) => {
    const written = { name, rule };
    const sent = segment ? change({ ...seen(segment), ...written }) : add(written);
    try {
      await sent.unwrap();
    } catch (error) {
      setRefusal(readRefusal(error, say));
      return;
    }
    toggleNotification({ type: 'success', message: say('segments.saved', { name }) });
    navigate(paths.segments);
  };
  return { save, refusal, isLoading: adding.isLoading || changing.isLoading };
}
