import { Link, TextButton } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ProblemShown } from '../../../server/src/contracts/shapes';
import { paths } from '../paths';
import { useSay } from '../words';
import { fieldAt, focusField } from './field-at';

interface GoToFieldProps {
  readonly problem: ProblemShown;
  readonly locale: string | null;
}

/** To where it can be mended: the field, the other language, or the settings. */
export function GoToField({ problem, locale }: GoToFieldProps) {
  const say = useSay();
  if (problem.where === 'settings' || problem.where === 'identity') {
    return (
      <Link tag={NavLink} to={paths.settings('senders')}>
        {say('preflight.to-settings')}
      </Link>
    );
  }
  const field = fieldAt(problem.where);
  if (!field) return null;
  if (problem.locale !== null && locale !== null && problem.locale !== locale) {
    return (
      <Link tag={NavLink} to={`?plugins[i18n][locale]=${problem.locale}`}>
        {say('preflight.to-language')}
      </Link>
    );
  }
  return <TextButton onClick={() => focusField(field)}>{say('preflight.to-field')}</TextButton>;
}
