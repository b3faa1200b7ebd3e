import { slower } from '../../server/src/domain/delivery/group-pace';
import { dayAfter } from '../../server/src/domain/delivery/warm-up';
import { NO_HINDRANCES } from '../../server/src/domain/reports/hindrances';
import { dayOf } from '../../server/src/domain/subscribers/days';
import type { Outcome } from '../../server/src/domain/delivery/outcome';
import { asking } from '../support/asking';
import { MINUTE, NOON } from '../support/editions';
import { accepted, createFakeSender, later, noSuchMailbox } from '../support/fake-sender';
import { keepPostOffice, type PostOffice } from '../support/post-office';

describe('the report of an edition', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });

  const sent = async (readers: number, answers: Outcome[] = [accepted]) => {
    const { edition, people } = await office.addEditionTo(readers);
    await office.start.start(edition.id, asking('ann'));
    let asked = 0;
    const sender = createFakeSender(() => answers[asked++ % answers.length] ?? accepted);
    office.pass(30_000);
    await office.queue.drain(office.deliverWith(sender).deliver);
    return { edition, people };
  };

  it('counts, sums up reasons and shows when what happened', async () => {
    const { edition } = await sent(6, [accepted, later, noSuchMailbox]);
    expect(await office.report.read(edition.id)).toMatchObject({
      edition: { state: 'sending', readers: 6 },
      counts: { accepted: 2, deferred: 2, rejected: 2, pending: 0 },
      minutes: [{ at: NOON, accepted: 2, deferred: 2, rejected: 2 }],
      perMinute: 4,
      estimatedEnd: NOON + 30_000,
      reasons: [{ state: 'rejected', because: 'no-such-mailbox', count: 2 }],
      unsubscribed: 0,
    });
  });

  it('says who slows it down while it is being sent', async () => {
    const { edition } = await sent(2, [later]);
    const rest = { because: 'auth', times: 1, since: NOON, until: office.time.now + MINUTE };
    await office.settings.set('transport-pause:relay', rest, 'house', NOON);
    await office.groupPaces.change('gmail', () => slower(null, office.time.now, 4), NOON);
    expect((await office.report.read(edition.id))?.hindrances).toMatchObject({
      slowed: [{ name: 'gmail', perMinute: 120 }],
      resting: [{ id: 'relay', because: 'auth' }],
    });
    const { edition: done } = await office.addEditionTo(1);
    expect((await office.report.read(done.id))?.hindrances).toEqual(NO_HINDRANCES);
    await office.settings.set('transport-pause:relay', null, 'house', NOON);
    await office.groupPaces.forget(['gmail']);
  });

  it('says which mail server has sent what it may today, and when it goes on', async () => {
    const { edition } = await office.addEditionTo(1);
    await office.start.start(edition.id, asking('ann'));
    const full = async () => (await office.report.read(edition.id))?.hindrances.full;
    await office.days.take('warming', dayOf(NOON), { limit: 2, most: 1 });
    expect(await full()).toEqual([]);
    await office.days.take('warming', dayOf(NOON), { limit: 2, most: 1 });
    expect(await full()).toEqual([{ id: 'warming', until: dayAfter(NOON) }]);
  });

  it('has no pace once all is sent', async () => {
    const { edition } = await sent(2);
    expect(await office.report.read(edition.id)).toMatchObject({
      edition: { state: 'sent' },
      perMinute: null,
      estimatedEnd: null,
    });
  });

  it('counts those of its readers who left since it began', async () => {
    const { edition, people } = await sent(3);
    await office.suppress(people[0] ?? '');
    await office.suppress(people[1] ?? '', 'hard-bounce');
    const { people: strangers } = await sent(1);
    await office.suppress(strangers[0] ?? '');
    expect((await office.report.read(edition.id))?.unsubscribed).toBe(1);
  });

  it('shows deliveries with masked readers, and nothing of an address', async () => {
    const { edition, people } = await sent(2, [noSuchMailbox]);
    const page = await office.report.deliveries({ editionId: edition.id, limit: 5 });
    expect(page).toMatchObject([
      {
        subscriber: { id: people[0], label: `r${people[0]}•••@e•••.com` },
        state: 'rejected',
        because: 'no-such-mailbox',
        reply: { code: 550, text: '‹address› unknown' },
        attempts: 1,
        at: NOON + 30_000,
      },
      { subscriber: { id: people[1] } },
    ]);
    expect(JSON.stringify(page)).not.toContain('reader');
  });

  it('is none of an edition that does not exist', async () => {
    expect(await office.report.read('nowhere')).toBeNull();
  });

  it('gives the counts of a page of editions', async () => {
    const { edition } = await sent(2);
    office.pass(MINUTE);
    const { edition: other } = await office.addEditionTo(1);
    const counts = await office.report.counts([edition.id, other.id]);
    expect(counts.get(edition.id)).toMatchObject({ accepted: 2 });
    expect(counts.get(other.id)).toMatchObject({ accepted: 0, pending: 0 });
  });
});
