import nodemailer from 'nodemailer';

import { OUR_CONNECTIONS } from '../yardstick.mjs';

const { how, port, messages, bytes } = JSON.parse(process.argv[2]);
const RELAY = { host: '127.0.0.1', port, ignoreTLS: true };
const FROM = 'news@example.org';
const LINE = `${'Whoever wants to see it from the water can come along.'.padEnd(70, '.')}\r\n`;

const to = (n) => `reader${n}@example.com`;
const header = (n) =>
  `From: News <${FROM}>\r\nTo: <${to(n)}>\r\nSubject: News\r\nMessage-ID: <${n}@example.org>\r\n\r\n`;
const linesOf = (size) => LINE.repeat(Math.ceil(size / LINE.length));

const WAYS = {
  'pooled-raw': async () => {
    const pool = { pool: true, maxConnections: OUR_CONNECTIONS, maxMessages: Infinity };
    const transport = nodemailer.createTransport({ ...RELAY, ...pool });
    const body = linesOf(bytes - header(0).length);
    let next = 0;
    const work = async () => {
      while (next < messages) {
        const n = next++;
        const envelope = { from: FROM, to: to(n) };
        await transport.sendMail({ envelope, raw: header(n) + body });
      }
    };
    // As many as the pool can use and as many waiting, so that neither memory nor the pool is the limit.
    await Promise.all(Array.from({ length: 2 * OUR_CONNECTIONS }, work));
  },
  // A transport made once, a loop over the readers, a text and a page with the name in it.
  tutorial: async () => {
    const transport = nodemailer.createTransport(RELAY);
    const [words, page] = [linesOf(bytes / 3), linesOf(bytes / 2)];
    for (let n = 0; n < messages; n += 1) {
      const text = `Dear Reader ${n},\n${words}`;
      const html = `<p>Dear Reader ${n},</p><p>${page}</p>`;
      await transport.sendMail({ from: FROM, to: to(n), subject: 'News', text, html });
    }
  },
};

const begunAt = performance.now();
await WAYS[how]();
process.send({ rate: (messages / (performance.now() - begunAt)) * 1000 });
