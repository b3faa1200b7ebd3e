import {
  dotLine,
  headerLine,
  outcomeLine,
  outcomeOfMark,
  readJournal,
  type JournalledOutcome,
} from '../../../server/src/domain/delivery/journal';

const reply = { stage: 'dot', code: 250, enhanced: '2.0.0', text: '' } as const;

const DOT = { at: 1_700_000_000_000, transport: 'relay' };
const OUTCOMES: JournalledOutcome[] = [
  { kind: 'accepted', reply },
  { kind: 'accepted', reply: { ...reply, enhanced: null } },
  { kind: 'deferred', reply: { ...reply, code: 451 } },
  { kind: 'deferred', reply: null },
  { kind: 'rejected', because: 'too-big', reply: { ...reply, code: 552 } },
  { kind: 'trouble', because: 'policy', reply: { ...reply, code: 550 } },
  { kind: 'trouble', because: 'protocol', reply: null },
  { kind: 'uncertain' },
  { kind: 'uncertain', dot: DOT },
];

describe('a journal', () => {
  it.each(OUTCOMES)('proves %j again', (outcome) => {
    const { marks } = readJournal(dotLine('7', DOT) + outcomeLine('7', outcome));
    expect(marks.get('7')).toEqual(outcome);
  });

  it('leaves a delivery uncertain whose dot was begun and that has no reply', () => {
    const { marks } = readJournal(headerLine('1 2 3') + dotLine('7', DOT) + dotLine('8', DOT));
    expect([...marks.values()].map(outcomeOfMark)).toEqual([
      { kind: 'uncertain', dot: DOT },
      { kind: 'uncertain', dot: DOT },
    ]);
  });

  it('says nothing of a delivery it does not name', () => {
    expect(readJournal(headerLine('1 2 3')).marks.size).toBe(0);
  });

  it('knows its writer', () => {
    expect(readJournal(headerLine('1 2 3')).writer).toBe('1 2 3');
    expect(readJournal(dotLine('7', DOT)).writer).toBeNull();
  });

  it('passes over blank room, torn lines and nonsense', () => {
    const { marks } = readJournal(`${dotLine('7', DOT)}\n\n8 acce\n9 accepted - dot 99\n10 dot`);
    expect([...marks.keys()]).toEqual(['7']);
  });

  it("holds no text of a relay's", () => {
    const line = outcomeLine('7', {
      kind: 'accepted',
      reply: { ...reply, text: 'queued for ‹address›' },
    });
    expect(line).toBe('7 accepted - dot 250 2.0.0\n');
  });
});
