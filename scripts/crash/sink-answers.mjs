/**
 * What a relay may do to a message instead of taking it, by name: any other name is a reply to the dot.
 * What says nothing more leaves the session to the sender's patience.
 */
export const MISBEHAVIOURS = {
  garbage: (socket) => socket.write('\u0001\u0002 what is a dot?\r\n'),
  'half a reply': (socket) => socket.write('250 2.0.0 qu'),
  silence: () => undefined,
  'RST at DATA': (socket) => socket.resetAndDestroy(),
  'RST in DATA': (socket) => socket.resetAndDestroy(),
  'closes at the dot': (socket) => socket.end(),
};

/** A reply as smtp-server wants it: thrown. */
export const replyOf = (answer) =>
  Object.assign(new Error(answer.slice(4)), { responseCode: parseInt(answer, 10) });

/** RFC 5321 § 3.8: the server closes after 421. */
export const closesAfter = (answer) => answer.startsWith('421');
