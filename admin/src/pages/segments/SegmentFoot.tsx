import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Rule } from '../../segments/rule';
import { useSay } from '../../words';
import { Counted } from './Counted';

/** Where the foot would lie over what the keyboard has come to, the page scrolls further. */
export const AboveFoot = styled(Flex)`
  & * {
    scroll-margin-bottom: 12rem;
  }
`;

/** What scrolls by below it, where Strapi's pages have their margin, is not seen. */
const Foot = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 1;

  &::after {
    content: '';
    position: absolute;
    inset: 100% -0.8rem auto;
    height: 5.6rem;
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

interface SegmentFootProps {
  readonly rule: Rule | undefined;
  readonly isLoading: boolean;
}

/** In sight however long the rule: how many that is, and the button that keeps it. */
export function SegmentFoot({ rule, isLoading }: SegmentFootProps) {
  const say = useSay();
  return (
    <Foot
      justifyContent="space-between"
      gap={4}
      wrap="wrap"
      background="neutral0"
      hasRadius
      shadow="popupShadow"
      paddingTop={4}
      paddingBottom={4}
      paddingLeft={6}
      paddingRight={6}
    >
      <Counted rule={rule} />
      <Button type="submit" size="L" startIcon={<Check />} loading={isLoading}>
        {say('segments.save')}
      </Button>
    </Foot>
  );
}
