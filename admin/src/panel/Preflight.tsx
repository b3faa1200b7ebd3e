import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { ProblemShown } from '../../../server/src/contracts/shapes';
import { Disclosure } from '../components/Disclosure';
import { ProblemList } from '../components/ProblemList';
import { useSay } from '../words';
import { GoToField } from './GoToField';

interface PreflightProps {
  readonly problems: readonly ProblemShown[];
  readonly locale: string | null;
}

/** What would be wrong with an edition made now; open at once when something keeps it from being made. */
export function Preflight({ problems, locale }: PreflightProps) {
  const say = useSay();
  if (problems.length === 0) return <AllWell />;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  return (
    <Disclosure
      key={String(errors > 0)}
      isOpenAtFirst={errors > 0}
      label={say('preflight.found', { errors, warnings, both: errors > 0 && warnings > 0 ? 1 : 0 })}
    >
      <ProblemList
        problems={problems}
        action={(problem) => <GoToField problem={problem} locale={locale} />}
      />
    </Disclosure>
  );
}

function AllWell() {
  const say = useSay();
  return (
    <Flex gap={2}>
      <CheckCircle
        aria-hidden
        width="1.6rem"
        height="1.6rem"
        fill="success600"
        style={{ flexShrink: 0 }}
      />
      <Typography textColor="neutral800">{say('preflight.all-well')}</Typography>
    </Flex>
  );
}
