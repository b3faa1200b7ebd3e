const WORK = 'server/src/flows/deliver-batch/work.ts';
const EXCHANGE = 'server/src/adapters/store/deliveries/exchange';

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
        'const sent = sender.send({',
        `const reply = { stage: 'dot', code: 250, enhanced: null, text: '' } as const;
  const outcome = { kind: 'accepted', reply } as const;
  void takeOutcomes(pump, by, marked.map(({ delivery }) => ({ deliveryId: delivery.id, outcome })));
  const sent = sender.send({`,
      ],
      [
        WORK,
        'onOutcomes: (settled) => takeOutcomes(pump, by, settled),',
        'onOutcomes: async () => undefined,',
      ],
    ],
  },
  'send-without-mark': {
    shows: 'doubled',
    patches: [
      [
        WORK,
        'new Set(await exchange(pump, { claim, ids }))',
        'new Set((await exchange(pump, null), ids))',
      ],
      [
        `${EXCHANGE}/on-sqlite.ts`,
        "batch_id = ? and state = 'sending' and fence = ?",
        "batch_id = ? and state in ('pending', 'sending') and ? is not null",
      ],
      [
        `${EXCHANGE}/on-postgres.ts`,
        "d.state = 'sending' and d.fence = t.fence",
        "d.state in ('pending', 'sending')",
      ],
      [
        `${EXCHANGE}/by-knex.ts`,
        "state: 'sending', fence: claim.fence });",
        "}).whereIn('state', ['pending', 'sending']);",
      ],
    ],
  },
};
