import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

/** The design system's bar is made for dark overlays: on a page, what is done must be the darker part. */
export const Bar = styled(ProgressBar)`
  width: 100%;
  background: ${({ theme }) => theme.colors.neutral200};

  > div {
    background: ${({ theme }) => theme.colors.primary600};
  }
`;
