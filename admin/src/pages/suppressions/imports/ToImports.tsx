import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useGetImportsQuery } from '../../../api/imports';
import { paths } from '../../../paths';
import { useMay } from '../../../permissions';
import { useSay } from '../../../words';

/** To the files that were brought, and how many of them wait for who looks. */
export function ToImports() {
  const say = useSay();
  const may = useMay()('subscriber.write');
  const { data } = useGetImportsQuery({ limit: 25 }, { skip: !may });
  if (!may || !data || data.results.length === 0) return null;
  const waiting = data.results.filter(({ mayAllow }) => mayAllow.allowed).length;
  return (
    <Link tag={NavLink} to={paths.imports}>
      {waiting === 0 ? say('imports.all') : say('imports.waiting', { count: waiting })}
    </Link>
  );
}
