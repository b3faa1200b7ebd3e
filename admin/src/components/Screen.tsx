import { Flex } from '@strapi/design-system';
import { Layouts, Page, useIsMobile } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import type { Permission } from '../../../server/src/names';
import { needs } from '../permissions';

interface ScreenProps {
  readonly title: string;
  readonly subtitle?: string;
  /** One of these is enough to see it. */
  readonly needed: readonly Permission[];
  readonly actions?: ReactNode;
  /** Beside the title, e.g. a state. */
  readonly aside?: ReactNode;
  /** A way back, above the title. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** A page of ours: its permission, its title, its head and its content. */
export function Screen({ title, needed, children, ...head }: ScreenProps) {
  const { subtitle, actions, aside, back } = head;
  const isPhone = useIsMobile();
  return (
    <Page.Protect permissions={needs(...needed)}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header
          title={title}
          subtitle={subtitle}
          primaryAction={isPhone ? wrapped(aside, actions) : actions}
          secondaryAction={isPhone ? undefined : aside}
          navigationAction={back}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {children}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}

/** Strapi puts both into one row, which a phone has no room for. */
const wrapped = (aside: ReactNode, actions: ReactNode): ReactNode =>
  (aside || actions) && (
    <Flex gap={3} wrap="wrap">
      {aside}
      {actions}
    </Flex>
  );
