import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';

/** To where one came from by the menu, whatever the browser's history says. */
export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link tag={NavLink} to={to} startIcon={<ArrowLeft />}>
      {children}
    </Link>
  );
}
