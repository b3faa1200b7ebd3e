const WORK = 'server/src/flows/deliver-batch/work.ts';
const LEDGER = 'server/src/adapters/store/deliveries.ts';

/**
 * Bugs by name: `patches` put one into a copy of the sources, each `[file, what stands there, what is
 * planted]`; `shows`: what must be wrong in the books of whoever runs it.
 */
export const PLANTS = {
  'settle-before-send': {
    shows: 'lost',
    patches: [
      [
        WORK,
        'const sent = deps.sender.send({',
        `const reply = { stage: 'dot', code: 250, enhanced: null, text: '' } as const;
  const outcome = { kind: 'accepted', reply } as const;
  void takeOutcomes(pump, hand, marked.map(({ deliveryId }) => ({ deliveryId, outcome })));
  const sent = deps.sender.send({`,
      ],
      [
        WORK,
        'onOutcomes: (settled) => takeOutcomes(pump, hand, settled),',
        'onOutcomes: async () => undefined,',
      ],
    ],
  },
  'send-without-mark': {
    shows: 'doubled',
    patches: [
      [WORK, 'new Set(await deps.ledger.markSending(claim, ids))', 'new Set(ids)'],
      [
        LEDGER,
        "const mine = ofBatch(k, claim).where({ state: 'sending', fence: claim.fence });",
        "const mine = ofBatch(k, claim).whereIn('state', ['pending', 'sending']);",
      ],
    ],
  },
};
