import type { Asking } from '../domain/access/asking';
import { sampleValues } from '../domain/messages/sample';
import { createSendTest } from '../flows/send-test';
import type { ColleagueMail } from './colleague-mail';
import type { Foundation } from './foundation';
import type { People } from './people';
import type { Reviews } from './reviews';

/** What an author sees of a campaign, tries and submits. */
export function campaignRoom(
  { config, stores, world }: Foundation,
  { people, reviews, post }: { people: People; reviews: Reviews; post: ColleagueMail },
) {
  const publicUrl = config.publicUrl ?? '';
  const sendTest = createSendTest({
    ...world,
    mail: post.mail,
    confirmedAddress: async (person) => (await post.confirm.confirmed(person))?.address ?? null,
    sendLink: post.confirm.sendLink,
    audit: stores.audit,
  });
  const readerOf = async (id?: string) => (id === undefined ? null : people.subscribers.reveal(id));

  return {
    list: reviews.campaigns.list,
    find: async (id: string) => {
      const [found, preflight] = [
        await reviews.campaigns.find(id),
        await reviews.submit.preflight(id),
      ];
      return found && { ...found, problems: preflight?.problems ?? [] };
    },
    preview: async (id: string, { locale, subscriber }: { locale?: string; subscriber?: string }) =>
      reviews.submit.preview(id, {
        locale,
        values: sampleValues(publicUrl, await readerOf(subscriber)),
      }),
    test: async (id: string, by: Asking, { locale }: { locale?: string }) => {
      const composed = await reviews.submit.testMessage(id, { locale });
      if (!composed.ok) return composed;
      return sendTest({ ...composed.value, campaignId: id }, by);
    },
    submit: reviews.submit.submit,
  };
}
