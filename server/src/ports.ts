/** What we need from the world; types only. One file per room in `ports/`. */
export type * from './ports/accounts';
export type * from './ports/audience';
export type * from './ports/audit';
export type * from './ports/campaigns';
export type * from './ports/confirmations';
export type * from './ports/deliveries';
export type * from './ports/editions';
export type * from './ports/keys';
export type * from './ports/people';
export type * from './ports/rates';
export type * from './ports/redis';
export type * from './ports/render';
export type * from './ports/sending';
export type * from './ports/sign-ups';
export type * from './ports/site-rule';
export type * from './ports/sync';
export type * from './ports/world';
