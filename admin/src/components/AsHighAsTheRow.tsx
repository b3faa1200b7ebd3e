import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Around a card in a grid: cards beside each other are as high as the highest. */
export const AsHighAsTheRow = styled(Box)`
  display: flex;
  flex: 1;

  > * {
    flex: 1;
    min-width: 0;
  }
`;
