import { connect, createServer } from 'node:net';

const [port, roundTripMs] = process.argv.slice(2).map(Number);

/** What comes in goes out half a round trip later, in order; nothing waits for what is before it. */
function carry(from, to) {
  from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), roundTripMs / 2));
  from.on('end', () => setTimeout(() => to.end(), roundTripMs / 2));
  from.on('error', () => to.destroy());
}

const server = createServer((near) => {
  const far = connect({ port, host: '127.0.0.1', noDelay: true });
  near.setNoDelay(true);
  carry(near, far);
  carry(far, near);
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());
