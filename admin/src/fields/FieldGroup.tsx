import { Field, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import type { InputProps } from './input';

interface FieldGroupProps extends Pick<InputProps, 'name' | 'label' | 'error' | 'hint'> {
  /** What *Go to field* finds it by. */
  readonly called: string;
  readonly gap: number;
  readonly children: ReactNode;
}

/** Several controls that are one field of the Content Manager: one label, one hint, one error. */
export function FieldGroup({ called, name, label, error, hint, gap, children }: FieldGroupProps) {
  const id = useId();
  return (
    <Field.Root data-countersign={called} name={name} error={error} hint={hint} width="100%">
      <Flex
        role="group"
        aria-labelledby={id}
        direction="column"
        alignItems="stretch"
        gap={gap}
        width="100%"
      >
        <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
          {label}
        </Typography>
        {children}
        <Field.Hint />
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
