import { Box } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { BuilderProvider, type BuilderContext } from './builder-context';
import { conditionsIn, MOST_CONDITIONS } from './draft';
import { GroupBox } from './GroupBox';
import type { BuilderState } from './reduce';

interface BuilderProps extends Omit<BuilderContext, 'isFull'> {
  readonly state: BuilderState;
}

/** A rule, made by clicking or by keyboard alone. */
export function Builder({ state, ...context }: BuilderProps) {
  const { root, focus } = state;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) firstControlOf(place.current, focus.on)?.focus();
  }, [focus]);
  return (
    <BuilderProvider value={{ ...context, isFull: conditionsIn(root) >= MOST_CONDITIONS }}>
      <Box ref={place}>
        <GroupBox group={root} place="" levels={0} />
      </Box>
    </BuilderProvider>
  );
}

const firstControlOf = (place: HTMLElement | null, id: number) =>
  place?.querySelector<HTMLElement>(`[data-part="${id}"] [role="combobox"]`);
