import { Button, Flex, Typography, type ButtonProps } from '@strapi/design-system';
import { useId } from 'react';
import type { Allowance } from '../../../server/src/contracts/shapes';

interface ActButtonProps extends Pick<
  ButtonProps,
  'variant' | 'startIcon' | 'loading' | 'fullWidth'
> {
  readonly allowance: Allowance;
  readonly children: string;
  readonly onClick?: () => unknown;
}

/** A button that, where it may not be used, says why. */
export function ActButton({ allowance, children, onClick, ...button }: ActButtonProps) {
  const why = useId();
  const { allowed, text } = allowance;
  return (
    <Flex
      direction="column"
      alignItems={button.fullWidth ? 'stretch' : 'flex-start'}
      gap={1}
      width={button.fullWidth ? '100%' : 'auto'}
      maxWidth="32rem"
    >
      <Button
        {...button}
        disabled={!allowed}
        aria-describedby={!allowed && text ? why : undefined}
        onClick={() => onClick?.()}
      >
        {children}
      </Button>
      {!allowed && text && (
        <Typography id={why} variant="pi" textColor="neutral600">
          {text}
        </Typography>
      )}
    </Flex>
  );
}
