import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

export function WidgetLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link tag={NavLink} to={to}>
      {children}
    </Link>
  );
}
