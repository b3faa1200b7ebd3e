import { createLog } from '../../server/src/adapters/log';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): string[] => {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  write(createLog({ info: keep, warn: keep, error: keep }));
  return lines;
};

it('writes one line an event', () => {
  expect(linesOf((log) => log.info('countersign.sync.finished', { source: 'users' }))).toEqual([
    'countersign.sync.finished {"source":"users"}',
  ]);
});

it('holds no address, whatever an error quotes', () => {
  const [line] = linesOf((log) =>
    log.error('countersign.bug', new Error('duplicate key (ann@example.com)')),
  );
  expect(line).toContain('duplicate key (‹address›)');
  expect(line).not.toContain('ann@');
});

it('tells of several errors in one what each was', () => {
  const errors = [new Error('source users: no such field'), new Error('of ann@example.com')];
  const [line] = linesOf((log) =>
    log.error('countersign.bug', new AggregateError(errors, 'a source could not be read')),
  );
  expect(line).toContain('a source could not be read');
  expect(line).toContain('source users: no such field');
  expect(line).toContain('of ‹address›');
});
