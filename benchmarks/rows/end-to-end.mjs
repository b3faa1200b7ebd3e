import { pooledRaw, tutorial } from '../contenders/nodemailer.mjs';
import { line, median, ratio } from './lines.mjs';
import { roundsAgainstSource, withReaders } from './rounds.mjs';

/** From the freeze to the last settled delivery, in a running Strapi, against whoever else could have sent it. */
export const endToEnd = () =>
  withReaders({}, async (stage) => {
    const rounds = await roundsAgainstSource(stage, {
      pooled: { run: pooledRaw, share: 1 / 2 },
      loop: { run: tutorial, share: 1 / 20 },
    });
    const of = (name) => median(rounds.map((round) => round[name]));
    const ratioTo = (name) => median(rounds.map((round) => round.ours / round[name]));
    return [
      line('bytes of a message', of('bytes'), 'B'),
      line('smtp-source -d', of('source'), '/s'),
      line('nodemailer, pooled, ready-made bytes', of('pooled'), '/s'),
      line('nodemailer, sendMail in a loop', of('loop'), '/s'),
      line('Countersign, freeze to settled', of('ours'), '/s'),
      line('CPU of its process for each message', of('cpuUs'), 'µs'),
      ratio('of smtp-source', ratioTo('source'), { of: 1, target: 0.45 }),
      ratio('of nodemailer pooled', ratioTo('pooled'), { of: 1, target: 1.5 }),
      ratio('of sendMail in a loop', ratioTo('loop'), { of: 1, target: 10 }),
    ];
  });
