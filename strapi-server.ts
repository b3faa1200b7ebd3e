// The package's server half, as Strapi's own layout names it; the build starts at ./server/src.
export { default } from './server/src';
