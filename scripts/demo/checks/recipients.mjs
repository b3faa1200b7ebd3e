import { addressesOf } from './received.mjs';

/** Everybody who agreed got each campaign once, and nobody else got anything. */
export function recipientChecks({ inbox, expected, campaigns, leaver }) {
  const perCampaign = campaigns.flatMap(({ texts }, n) => {
    const due = new Set(expected.keys());
    if (n > 0) due.delete(leaver);
    const got = inbox.filter(({ campaign }) => campaign === texts).map(({ address }) => address);
    return [
      [`“${texts.name}”: each of ${due.size} readers got it`, missing(due, got)],
      [`“${texts.name}”: nobody got it twice`, repeated(got)],
      [`“${texts.name}”: nobody else got it`, got.filter((address) => !due.has(address))],
    ];
  });
  return [
    ...perCampaign,
    ['no message but the campaigns came in', foreign(inbox)],
    [
      'one recipient in each envelope',
      inbox.filter((mail) => mail.envelope.to.length !== 1).map(nameOf),
    ],
    ['one To, and it is the envelope’s; no Cc, no Bcc', inbox.filter(isNotToOne).map(nameOf)],
  ];
}

const missing = (due, got) => {
  const there = new Set(got);
  return [...due].filter((address) => !there.has(address));
};
const repeated = (got) => got.filter((address, n) => got.indexOf(address) !== n);
const foreign = (inbox) => inbox.filter(({ campaign }) => !campaign).map(nameOf);
export const nameOf = ({ address, subject }) => `${address}: ${subject}`;

function isNotToOne({ headers, to, address }) {
  const headersOfTo = headers('to').length;
  const others = headers('cc').length + headers('bcc').length;
  return headersOfTo !== 1 || others > 0 || to.length !== 1 || addressesOf(to)[0] !== address;
}
