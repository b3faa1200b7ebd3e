import type { Outcome } from '../../server/src/domain/delivery/outcome';
import { LOG_EVENTS } from '../../server/src/names';
import type { Rates } from '../../server/src/ports';
import { NOON } from '../support/editions';
import { accepted, createFakeSender } from '../support/fake-sender';
import { addressOf, keepPostOffice, type PostOffice } from '../support/post-office';

const MINUTE = 60_000;
const tooFast: Outcome = {
  kind: 'deferred',
  reply: { stage: 'rcpt', code: 421, enhanced: '4.7.28', text: 'unusual rate' },
};
const refused: Outcome = {
  kind: 'trouble',
  because: 'reputation',
  reply: { stage: 'rcpt', code: 550, enhanced: '5.7.1', text: 'listed' },
};

describe('the pump, when a provider complains', () => {
  let office: PostOffice;
  keepPostOffice((opened) => {
    office = opened;
  });
  beforeEach(async () => {
    await office.groupPaces.forget([...(await office.groupPaces.all()).keys()]);
  });

  /** An edition to `readers` people of whom every second is at Gmail; and who they are. */
  const halfAtGmail = async (readers: number) => {
    const made = await office.begun(readers);
    const gmail = made.people.filter((_person, at) => at % 2 === 0);
    for (const id of gmail) {
      await office.changeRow('subscribers', { id: Number(id) }, { domain: 'gmail.com' });
    }
    return { ...made, gmail: new Set(gmail.map(addressOf)) };
  };

  /** Gives each line so many in all. */
  const given = (left: number) => {
    const asked: string[] = [];
    const take: Rates['take'] = async ([line], most) => {
      asked.push(line?.name ?? '');
      const messages = Math.min(most, left);
      left -= messages;
      return { messages, waitMs: messages > 0 ? 0 : 1000 };
    };
    return { rates: { take, wait: async () => undefined }, asked };
  };

  it('slows down for it alone, and sends to everybody else', async () => {
    const { edition, gmail } = await halfAtGmail(60);
    // So many that some are left when the complaint has been written down: here the wire takes no time at all.
    const first = [...gmail][0];
    const sender = createFakeSender(({ to }) => (to === first ? tooFast : accepted));
    const { rates } = given(3);
    await office.queue.drain(office.deliverWith(sender, { rates }).deliver);
    const counts = await office.countsOf(edition);
    expect(counts.deferred).toBe(1);
    expect(sender.onWire.filter(({ to }) => !gmail.has(to))).toHaveLength(30);
    expect(counts.pending).toBeGreaterThan(0);
    expect([...(await office.groupPaces.all()).keys()]).toEqual(['gmail']);
    expect(office.log.events).toContainEqual(
      expect.objectContaining({ event: LOG_EVENTS.groupSlowed }),
    );
    expect(JSON.stringify(office.log.events)).not.toContain('gmail');

    office.pass(10 * MINUTE);
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 59, deferred: 1 });
  });

  it('lets it rest when it refuses us, and costs the transport and the readers nothing', async () => {
    const { edition, gmail } = await halfAtGmail(12);
    const sender = createFakeSender(({ to }) => (gmail.has(to) ? refused : accepted));
    await office.drain(sender);
    const counts = await office.countsOf(edition);
    expect(counts.accepted).toBe(6);
    expect(Number(counts.pending ?? 0) + Number(counts.deferred)).toBe(6);
    expect(await office.settings.get('transport-pause:relay')).toBeNull();
    expect(office.bounced).toEqual([]);

    office.pass(20 * MINUTE);
    await office.drain(createFakeSender());
    office.pass(60 * MINUTE);
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 12 });
  });

  it('lets the transport rest when one provider after the other refuses us', async () => {
    const { edition, people } = await office.begun(12);
    for (const [at, id] of people.entries()) {
      const domain = `d${at}.example`;
      await office.changeRow('subscribers', { id: Number(id) }, { domain });
    }
    await office.drain(createFakeSender(() => refused));
    expect(await office.settings.get('transport-pause:relay')).toMatchObject({
      because: 'reputation',
    });
    const counts = await office.countsOf(edition);
    expect(counts.deferred).toBeLessThanOrEqual(4);
    expect(Number(counts.deferred) + Number(counts.pending)).toBe(12);
    await office.settings.set('transport-pause:relay', null, 'house', NOON);
  });

  it('keeps to what the site owner says of a provider', async () => {
    const { edition, gmail } = await halfAtGmail(20);
    const { rates, asked } = given(4);
    const domainLimits = new Map([['gmail', 2]]);
    const sender = createFakeSender();
    await office.queue.drain(office.deliverWith(sender, { rates, domainLimits }).deliver);
    expect(sender.onWire.filter(({ to }) => gmail.has(to))).toHaveLength(4);
    expect(await office.countsOf(edition)).toEqual({ accepted: 14, pending: 6 });
    expect(new Set(asked).size).toBe(1);
    await office.drain(createFakeSender());
    office.pass(12_000);
    await office.drain(createFakeSender());
    expect(await office.countsOf(edition)).toEqual({ accepted: 20 });
  });

  it('heeds what another process was told', async () => {
    const { edition, gmail } = await halfAtGmail(6);
    await office.groupPaces.change(
      'gmail',
      () => ({
        ...{ because: 'reputation', perSecond: 1, freeAt: 2, changedAt: NOON },
        ...{ since: NOON, restsUntil: NOON + MINUTE, times: 1 },
      }),
      NOON,
    );
    const sender = createFakeSender();
    await office.drain(sender);
    expect(sender.onWire.filter(({ to }) => gmail.has(to))).toEqual([]);
    expect((await office.countsOf(edition)).accepted).toBe(3);
  });
});
