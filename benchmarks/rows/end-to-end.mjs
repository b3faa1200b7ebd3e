import { pooledRaw, tutorial } from '../contenders/nodemailer.mjs';
import { CONNECTIONS, OUR_CONNECTIONS } from '../yardstick.mjs';
import { line, median, ratio } from './lines.mjs';
import { roundsAgainstSource, withReaders } from './rounds.mjs';

/** From the freeze to the last settled delivery, in a running Strapi, against whoever else could have sent it. */
export const endToEnd = () =>
  withReaders({}, (stage) =>
    withReaders({ MAIL_CONNECTIONS: String(CONNECTIONS) }, async ({ house: few }) => {
      const rounds = await roundsAgainstSource(stage, {
        pooled: { run: pooledRaw, share: 1 / 2 },
        loop: { run: tutorial, share: 1 / 20 },
        few: { run: async () => (await few.send(await few.approved())).rate, share: 1 },
      });
      return linesOf(rounds);
    }),
  );

function linesOf(rounds) {
  const of = (name) => median(rounds.map((round) => round[name]));
  const ratioTo = (name) => median(rounds.map((round) => round.ours / round[name]));
  const fewToSource = median(rounds.map(({ few, source }) => few / source));
  return [
    line('bytes of a message', of('bytes'), 'B'),
    line(`smtp-source -d, ${CONNECTIONS} connections`, of('source'), '/s'),
    line(
      `nodemailer, pooled, ${OUR_CONNECTIONS} connections, ready-made bytes`,
      of('pooled'),
      '/s',
    ),
    line('nodemailer, sendMail in a loop', of('loop'), '/s'),
    line(`Countersign, ${OUR_CONNECTIONS} connections, freeze to settled`, of('ours'), '/s'),
    line('CPU of its process for each message', of('cpuUs'), 'µs'),
    line(`of smtp-source, with only ${CONNECTIONS} connections of ours`, fewToSource, '×'),
    ratio('of smtp-source', ratioTo('source'), { of: 1, target: 0.45 }),
    ratio('of nodemailer pooled', ratioTo('pooled'), { of: 1, target: 1.5 }),
    ratio('of sendMail in a loop', ratioTo('loop'), { of: 1, target: 10 }),
  ];
}
