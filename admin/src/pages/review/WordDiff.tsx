import { Box, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useSay } from '../../words';
import { condense, type WordChange } from './condense';

const AROUND_A_CHANGE = 80;

const Text = styled(Box)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  line-height: 1.7;
  font-size: 1.4rem;
  max-height: 40rem;
  overflow: auto;
`;

const Added = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
`;

const Removed = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
`;

/** New words underlined, old ones struck through; spoken as such, too. */
export function WordDiff({ words }: { readonly words: readonly WordChange[] }) {
  const say = useSay();
  return (
    <Text tabIndex={0} role="region" aria-label={say('changes.words')} color="neutral800">
      {condense(words, AROUND_A_CHANGE).map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'added' ? Added : Removed;
        return (
          <Mark key={at}>
            <VisuallyHidden>
              {say(kind === 'added' ? 'changes.added' : 'changes.removed')}{' '}
            </VisuallyHidden>
            {text}
          </Mark>
        );
      })}
    </Text>
  );
}
