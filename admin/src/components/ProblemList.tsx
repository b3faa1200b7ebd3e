import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CrossCircle, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { ProblemShown } from '../../../server/src/contracts/shapes';
import { useSay } from '../words';
import { useFormat } from './format';

interface ProblemListProps {
  readonly problems: readonly ProblemShown[];
  /** The way to where it is mended. */
  readonly action?: (problem: ProblemShown) => ReactNode;
}

/** Errors first. Each with its weight in words for those who see no colour. */
export function ProblemList({ problems, action }: ProblemListProps) {
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {sorted.map((problem, at) => (
        <Problem key={at} problem={problem} action={action?.(problem)} />
      ))}
    </Flex>
  );
}

const rank = ({ level }: ProblemShown): number => (level === 'error' ? 0 : 1);

function Problem({
  problem,
  action,
}: {
  readonly problem: ProblemShown;
  readonly action: ReactNode;
}) {
  const { level, locale, text } = problem;
  const say = useSay();
  const { language } = useFormat();
  const isError = level === 'error';
  const Icon = isError ? CrossCircle : WarningCircle;
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Icon
        aria-hidden
        width="1.6rem"
        height="1.6rem"
        fill={isError ? 'danger600' : 'warning600'}
        style={{ flexShrink: 0, marginTop: '2px' }}
      />
      <Flex direction="column" alignItems="flex-start" minWidth={0}>
        <Typography textColor="neutral800">
          <VisuallyHidden>{say(isError ? 'problem.error' : 'problem.warning')} </VisuallyHidden>
          {locale === null
            ? text
            : say('problem.in-language', { text, language: language(locale) })}
        </Typography>
        {action}
      </Flex>
    </Flex>
  );
}
