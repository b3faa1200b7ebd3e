import { AUTHORITIES } from '../certificates.mjs';
import { whenIn } from '../strikes/moments.mjs';
import { answering, certify, nothingGoesOut } from '../strikes/services.mjs';
import { CONNECTIONS } from './processes.mjs';

/** So many messages meet it: no more than there are connections, each of which may leave one uncertain. */
const TIMES = CONNECTIONS;
/** A relay is waited for as long as this where the fault is its silence. */
const IMPATIENT = { MAIL_REPLY_MS: '2000' };

const says = (answer, fault) => [
  `the relay: ${answer}`,
  { before: answering(TIMES, answer), steps: [], ends: 'anyhow', ...fault },
];

/** What the relay does to those who come, or to the first dots it gets. */
export const OF_THE_RELAY = Object.fromEntries([
  [
    'the relay: a certificate that expired, and a new one',
    {
      env: ({ sink }) => ({
        MAIL_HOST: 'localhost',
        MAIL_PORT: String(sink.securePort),
        MAIL_SECURE: 'starttls',
        NODE_EXTRA_CA_CERTS: AUTHORITIES,
      }),
      before: certify('expired'),
      steps: [whenIn('sending'), nothingGoesOut, certify('valid')],
      uncertain: 0,
    },
  ],
  says('452 4.2.2 mailbox full', { uncertain: 0 }),
  says('552 5.2.2 mailbox full', { uncertain: 0 }),
  says('421 4.3.2 shutting down', { inCi: true, uncertain: 0 }),
  says('RST at DATA', { uncertain: 0 }),
  says('RST in DATA', { uncertain: TIMES }),
  says('closes at the dot', { uncertain: TIMES }),
  says('garbage', { env: IMPATIENT, uncertain: TIMES }),
  says('half a reply', { env: IMPATIENT, uncertain: TIMES }),
  says('silence', { env: IMPATIENT, uncertain: TIMES }),
]);
