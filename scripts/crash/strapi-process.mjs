/** The playground as `strapi start` runs it, and somebody's code that can keep the whole process busy. */
process.on('message', ({ kind, ms }) => {
  if (kind !== 'block') return;
  const until = Date.now() + ms;
  while (Date.now() < until);
  process.send({ kind: 'went-on' });
});

await import('../demo/strapi/process.mjs');
