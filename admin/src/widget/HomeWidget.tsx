import { Widget } from '@strapi/strapi/admin';

export function HomeWidget() {
  return <Widget.NoData />;
}
