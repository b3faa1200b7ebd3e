import { Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

interface EntryProps {
  readonly name: string;
  readonly to: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

/** One edition in a list: its name leads to it, what there is to say stands below. */
export function Entry({ name, to, about, children }: EntryProps) {
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1} minWidth={0}>
      <div>
        <Link tag={NavLink} to={to}>
          {name}
        </Link>
      </div>
      {about && (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {about}
        </Typography>
      )}
      {children}
    </Flex>
  );
}

/** Entries, or the sentence that says there are none. */
export function Entries({
  none,
  children,
}: {
  readonly none: string;
  readonly children: ReactNode[];
}) {
  if (children.length === 0) return <Typography textColor="neutral600">{none}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {children}
    </Flex>
  );
}
