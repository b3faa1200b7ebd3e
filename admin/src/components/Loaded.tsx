import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Skeleton } from './Skeleton';
import { Trouble } from './Trouble';

/** What of an RTK Query matters here. */
export interface Loading<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<Data> {
  readonly of: Loading<Data>;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * A skeleton, then the data, or why it did not come and a way to try again. When only a later look
 * failed, what is known stays on the screen.
 */
export function Loaded<Data>({ of, skeleton = <Skeleton />, children }: LoadedProps<Data>) {
  const { data, error, refetch } = of;
  if (data === undefined) return error ? <Trouble error={error} retry={refetch} /> : skeleton;
  if (!error) return children(data);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Trouble error={error} retry={refetch} />
      {children(data)}
    </Flex>
  );
}
