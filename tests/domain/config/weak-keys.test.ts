import { warnOfWeakKeys } from '../../../server/src/wiring/dkim';
import { anEd25519Key, anRsaKey, rsaPem } from '../../support/dkim';
import { createRememberedLog } from '../../support/log';

it('a DKIM key of less than 2048 bits is taken, and warned of by its name', () => {
  const log = createRememberedLog();
  const weak = anRsaKey({ selector: 'old', privateKey: rsaPem(1024) });
  warnOfWeakKeys([anRsaKey(), weak, anEd25519Key()], log);
  expect(log.events).toEqual([
    { event: 'countersign.dkim.weak', fields: { domain: 'example.com', selector: 'old' } },
  ]);
});
