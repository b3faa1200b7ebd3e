import { createMediaLibrary } from '../adapters/host/media';
import { createPictureReader } from '../adapters/host/pictures';
import { createRenderer } from '../adapters/render/renderer';
import type { Instance } from '../domain/editions/countersignature';
import { createCommentEdition } from '../flows/comment-edition';
import { createReadCampaigns } from '../flows/read-campaigns';
import { createReadEditions } from '../flows/read-editions';
import { createReviewEdition } from '../flows/review-edition';
import { createSubmitCampaign } from '../flows/submit-campaign';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';
import { versionsOf } from './versions';

/** From the campaign to the countersigned edition. */
export function wireReviews(
  { strapi, config, stores, world, rule }: Foundation,
  keys: Keys,
  { people, instance }: { readonly people: People; readonly instance: Instance },
) {
  const shared = { ...stores, ...world, rule, audience: people.audience };
  const submit = createSubmitCampaign({
    ...shared,
    lists: people.lists,
    attributes: people.attributes,
    pictures: createPictureReader(createMediaLibrary(strapi)),
    renderer: createRenderer(),
    config: {
      publicUrl: config.publicUrl,
      hasSecret: true,
      hasTransport: config.transports.length > 0,
      approval: config.approval,
      versions: versionsOf(strapi),
    },
  });
  return {
    submit,
    review: createReviewEdition({ ...shared, keys, instance, approval: config.approval }),
    comments: createCommentEdition(shared),
    campaigns: createReadCampaigns(shared),
    editions: createReadEditions({
      ...shared,
      subscribers: people.subscribers,
      approval: config.approval,
    }),
  };
}

export type Reviews = ReturnType<typeof wireReviews>;
