import type { Core } from '@strapi/types';
import type { Edition } from '../domain/editions/edition';
import type { Occasion } from '../domain/notices/occasions';
import { createTellColleagues } from '../flows/tell-colleagues';
import { PLUGIN_ID } from '../names';
import type { ColleagueMail } from './colleague-mail';
import type { Foundation } from './foundation';
import type { Reviews } from './reviews';

interface Given {
  readonly post: ColleagueMail;
  readonly reviews: Reviews;
}

/** What to do again and again; null: nobody is told, by wish or because there is nothing to send with. */
export function wireNotices(foundation: Foundation, { post, reviews }: Given) {
  const { strapi, config, stores, world } = foundation;
  const { publicUrl } = config;
  if (config.notices === 'off' || post.mail === null || publicUrl === null) return null;
  return createTellColleagues({
    ...{ ...stores, ...world, mail: post.mail },
    confirmed: post.confirm.confirmed,
    senders: post.senders,
    mayCountersign: async (editionId, person) =>
      (await reviews.review.obstacle(editionId, { person, door: 'admin', ip: null })) === null,
    linkTo: linkTo(strapi, publicUrl),
  });
}

/** The admin may have an address of its own (`admin.url`). */
const linkTo =
  (strapi: Core.Strapi, publicUrl: string) =>
  (occasion: Occasion, { id, campaignId }: Pick<Edition, 'id' | 'campaignId'>): string => {
    const admin = new URL(strapi.config.get<string>('admin.url', '/admin'), publicUrl);
    const home = `${admin.href.replace(/\/$/, '')}/plugins/${PLUGIN_ID}`;
    const isDecided = occasion === 'approved' || occasion === 'sent-back';
    return isDecided ? `${home}/campaigns/${campaignId}/${id}` : `${home}/review/${id}`;
  };
