import type { SETTINGS_ENDPOINTS, SenderShown, TransportTest } from '../../contracts/settings';
import type { Sender } from '../../domain/campaigns/senders';
import type { Identity } from '../../domain/editions/content';
import { given } from '../errors';
import type { Language } from '../language';
import { rolesNamed } from '../roles';
import type { TransportTestView } from '../rooms/settings';
import { becauseText } from '../words/deliveries';
import { DNS_WORDS, TRANSPORT_FINE } from '../words/set-up';
import type { Acts } from './act';

export const settingsActs: Acts<typeof SETTINGS_ENDPOINTS> = {
  'settings.identity': async ({ house }) => identityShown(await house.settings.identity()),

  'settings.setIdentity': async ({ house, body, by }) =>
    identityShown(given(await house.settings.setIdentity(body, by))),

  'settings.senders': async ({ house }) => sendersShown(await house.settings.senders()),

  'settings.setSenders': async ({ house, body, by }) =>
    sendersShown(given(await house.settings.setSenders(body.senders, by))),

  'settings.approval': async ({ strapi, house }) => {
    const { fromEachOf, ...rules } = await house.settings.approval();
    return { ...rules, fromEachOf: await rolesNamed(strapi, fromEachOf) };
  },

  'settings.transports': async ({ house, language }) => ({
    transports: (await house.settings.transports()).map((transport) => ({
      id: transport.id,
      host: transport.host,
      port: transport.port,
      secure: transport.secure,
      signsIn: transport.signsIn,
      weight: transport.weight,
      perSecond: transport.perSecond,
      today: transport.today && { ...transport.today },
      warmUp: transport.warmUp && { ...transport.warmUp },
      trouble: transport.trouble,
      text: becauseText(transport.trouble, language),
    })),
  }),

  'settings.testTransport': async ({ house, params, by, language }) =>
    testShown(given(await house.settings.testTransport(params.id, by)), language),

  'settings.dns': async ({ house, query, language }) => ({
    checks: given(await house.settings.dns(query.sender)).map(
      ({ record, name, verdict, found, expected }) => ({
        ...{ record, name, verdict, found, expected },
        text: DNS_WORDS[verdict][language],
      }),
    ),
  }),
};

const identityShown = (identity: Identity | null) => ({
  identity: identity && { ...identity, reason: { ...identity.reason } },
});

const sendersShown = (senders: readonly Sender[]): { senders: SenderShown[] } => ({
  senders: senders.map((sender) => ({
    id: sender.id,
    name: sender.name,
    address: sender.address,
    replyTo: sender.replyTo,
    returnPathDomain: sender.returnPathDomain,
  })),
});

function testShown(test: TransportTestView, language: Language): TransportTest {
  if (test.trouble === null) {
    const { encrypted, authenticated } = test;
    return { ok: true, trouble: null, encrypted, authenticated, text: TRANSPORT_FINE[language] };
  }
  const text = becauseText(test.trouble, language) ?? test.trouble;
  return { ok: false, trouble: test.trouble, encrypted: null, authenticated: null, text };
}
