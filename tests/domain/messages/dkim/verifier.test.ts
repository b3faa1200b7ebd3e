import DKIM from 'nodemailer/lib/dkim';
import { buffer } from 'node:stream/consumers';
import { anRsaKey, zoneOf } from '../../../support/dkim';
import { verifyDkim } from '../../../support/dkim-verifier';
import { bytesOf } from '../../../support/messageBytes';
import { RFC_8463_MESSAGE, RFC_8463_ZONE } from '../../../support/rfc8463';

/** Who judges our signatures has to be judged first. */
describe('the verifier of these tests', () => {
  const faults = (message: string) => verifyDkim(message, RFC_8463_ZONE).map(({ fault }) => fault);

  it('believes both signatures of RFC 8463, appendix A', () => {
    expect(faults(RFC_8463_MESSAGE)).toEqual([null, null]);
  });

  it.each([
    ['another body', 'Joe.', 'Jim.', 'body'],
    ['another subject', 'Is dinner', 'Was dinner', 'signature'],
    ['a second From', 'Subject:', 'From: x@example.net\r\nSubject:', 'signature'],
    ['another time', 't=1528637909', 't=1528637908', 'signature'],
  ])('believes neither with %s', (_, before, after, fault) => {
    expect(faults(RFC_8463_MESSAGE.replaceAll(before, after))).toEqual([fault, fault]);
  });

  it('believes what nodemailer signed', async () => {
    const { domain, selector, privateKey } = anRsaKey();
    const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey });
    const signed = await buffer(dkim.sign(bytesOf()));
    expect(verifyDkim(signed, zoneOf(anRsaKey()))).toMatchObject([{ domain, fault: null }]);
  });
});
