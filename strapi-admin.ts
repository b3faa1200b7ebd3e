// The package's admin half, as Strapi's own layout names it; the build starts at ./admin/src.
export { default } from './admin/src';
