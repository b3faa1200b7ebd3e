import * as fc from 'fast-check';
import type { EditionContent } from '../../../server/src/domain/editions/content';
import type { Decision, FullEdition } from '../../../server/src/domain/editions/edition';
import { fingerprintOf } from '../../../server/src/domain/editions/fingerprint';
import { verifyCountersigned, type SealCheck } from '../../../server/src/domain/editions/verify';
import {
  aContent,
  aFullEdition,
  aMessage,
  anApproval,
  DAY,
  HERE,
  NOON,
  verifySeal,
} from '../../support/editions';

const CHECK: SealCheck = {
  ...{ instance: HERE, required: 1, fromEachOf: [], verify: verifySeal },
};
const ask = (edition: FullEdition, decisions: Decision[], check: Partial<SealCheck> = {}) =>
  verifyCountersigned(edition, decisions, { ...CHECK, ...check });

describe('a genuine countersignature', () => {
  it('says who approved, when it may start and how many readers were shown', () => {
    const edition = aFullEdition();
    expect(ask(edition, [anApproval(edition)])).toEqual({
      ok: true,
      value: {
        approvers: ['approver'],
        window: { notBefore: NOON, notAfter: NOON + 7 * DAY },
        readersShown: 3,
      },
    });
  });

  it('survives being stored as JSON', () => {
    const edition = aFullEdition();
    const stored: EditionContent = JSON.parse(JSON.stringify(edition.content));
    expect(ask({ ...edition, content: stored }, [anApproval(edition)]).ok).toBe(true);
  });

  it('narrows to what all approvers allow', () => {
    const edition = aFullEdition();
    const answer = ask(
      edition,
      [
        anApproval(edition, { person: 'one', notBefore: NOON, notAfter: NOON + DAY }),
        anApproval(edition, { person: 'two', notBefore: NOON + 5, readersShown: 2 }),
      ],
      { required: 2 },
    );
    expect(answer).toMatchObject({
      value: { window: { notBefore: NOON + 5, notAfter: NOON + DAY }, readersShown: 2 },
    });
  });
});

describe('where one from each role must have signed', () => {
  const edition = aFullEdition();
  const rules = { required: 2, fromEachOf: ['chief', 'legal'] };
  const by = (person: string, roles: readonly string[] | null) =>
    anApproval(edition, { id: person, person, roles });

  it('it takes the seals of one from each', () => {
    expect(ask(edition, [by('one', ['legal']), by('two', ['chief'])], rules).ok).toBe(true);
    expect(ask(edition, [by('one', ['chief', 'legal']), by('two', ['chief'])], rules).ok).toBe(
      true,
    );
  });

  it.each([
    ['two from one role', ['legal'], ['legal']],
    ['one from none', ['legal'], []],
    ['a signature from before roles were asked for', ['legal'], null],
  ])('%s are not enough', (_, first, second) => {
    const decisions = [by('one', first), by('two', second)];
    expect(ask(edition, decisions, rules)).toEqual({ ok: false, reason: 'seal' });
  });

  it('one person with both roles is one of them, however often they signed', () => {
    const both = ['chief', 'legal'];
    const decisions = [by('one', both), { ...by('one', both), id: 'again' }, by('two', [])];
    expect(ask(edition, decisions, rules)).toEqual({ ok: false, reason: 'seal' });
  });

  it('a role written into the table is under no seal', () => {
    const forged = { ...by('two', ['legal']), roles: ['chief'] };
    const decisions = [by('one', ['legal']), forged];
    expect(ask(edition, decisions, rules)).toEqual({ ok: false, reason: 'seal' });
    const { roles: _roles, ...without } = by('one', []);
    expect(ask(edition, [{ ...without, roles: null }])).toEqual({ ok: false, reason: 'seal' });
  });
});

describe('what is not countersigned', () => {
  it('is an edition nobody approved', () => {
    expect(ask(aFullEdition({ state: 'approved' }), [])).toEqual({ ok: false, reason: 'seal' });
  });

  it('is an edition that needs no approval by some setting: one is always needed', () => {
    expect(ask(aFullEdition(), [], { required: 0 })).toEqual({ ok: false, reason: 'seal' });
  });

  it('is an approval written into the table by hand', () => {
    const edition = aFullEdition();
    const forged = anApproval(edition, { seal: 'k1.forged' });
    expect(ask(edition, [forged])).toEqual({ ok: false, reason: 'seal' });
    expect(ask(edition, [{ ...forged, seal: null }])).toEqual({ ok: false, reason: 'seal' });
  });

  it('is an edition with one genuine and one forged approval', () => {
    const edition = aFullEdition();
    const decisions = [anApproval(edition), anApproval(edition, { person: 'x', seal: 'k1.x' })];
    expect(ask(edition, decisions)).toEqual({ ok: false, reason: 'seal' });
  });

  it('is one person approving twice where two must', () => {
    const edition = aFullEdition();
    const decisions = [
      anApproval(edition),
      anApproval(edition, { id: 'again', decidedAt: NOON + 1 }),
    ];
    expect(ask(edition, decisions, { required: 2 })).toEqual({ ok: false, reason: 'seal' });
  });

  it('is what somebody sent back, whatever state the row claims', () => {
    const edition = aFullEdition({ state: 'scheduled' });
    const no: Decision = { ...anApproval(edition, { person: 'other' }), kind: 'send-back' };
    expect(ask(edition, [anApproval(edition), no])).toEqual({ ok: false, reason: 'seal' });
  });

  it('is the approval of another edition with the same content', () => {
    const edition = aFullEdition();
    const other = aFullEdition({ id: 'edition-2' });
    expect(ask(other, [anApproval(edition)])).toEqual({ ok: false, reason: 'seal' });
  });

  it('is an edition restored under another address or in another database', () => {
    const edition = aFullEdition();
    const decisions = [anApproval(edition)];
    for (const instance of [
      { ...HERE, publicUrl: 'https://staging.example.com' },
      { ...HERE, databaseId: 'database-2' },
    ]) {
      expect(ask(edition, decisions, { instance })).toEqual({ ok: false, reason: 'seal' });
    }
  });

  it('is content changed after the freeze', () => {
    const edition = aFullEdition();
    const content = aContent({ audience: { include: ['everybody'], exclude: [] } });
    expect(ask({ ...edition, content }, [anApproval(edition)])).toEqual({
      ok: false,
      reason: 'fingerprint',
    });
  });

  it('is content changed together with its fingerprint', () => {
    const edition = aFullEdition();
    const changed = aFullEdition({
      content: aContent({ messages: { en: aMessage({ html: ['x'] }) } }),
    });
    expect(ask(changed, [anApproval(edition)])).toEqual({ ok: false, reason: 'seal' });
  });
});

describe('the seal', () => {
  const SEALED = ['person', 'decidedAt', 'notBefore', 'notAfter', 'readersShown'] as const;

  it('breaks when any one sealed field is another', () => {
    const edition = aFullEdition();
    const approval = anApproval(edition);
    fc.assert(
      fc.property(fc.constantFrom(...SEALED), fc.integer(), fc.string(), (field, number, text) => {
        const value = field === 'person' ? text : number;
        fc.pre(value !== approval[field]);
        expect(ask(edition, [{ ...approval, [field]: value }])).toEqual({
          ok: false,
          reason: 'seal',
        });
      }),
    );
  });

  it('covers every leaf of the content', () => {
    const content = aContent({
      replyTo: 'r@example.com',
      wishedAt: { local: '2026-12-01T09:00', zone: 'UTC' },
    });
    const edition = aFullEdition({ content });
    const approvals = [anApproval(edition)];
    const leaves = pathsOf(content);
    expect(leaves.length).toBeGreaterThan(25);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.jsonValue(), (path, value) => {
        const changed = withLeaf(content, path, value);
        fc.pre(fingerprintOf(changed) !== fingerprintOf(content));
        const forged = { ...edition, content: changed, fingerprint: fingerprintOf(changed) };
        expect(ask({ ...edition, content: changed }, approvals).ok).toBe(false);
        expect(ask(forged, approvals).ok).toBe(false);
      }),
    );
    for (const path of leaves) {
      expect(fingerprintOf(withLeaf(content, path, 'another'))).not.toBe(edition.fingerprint);
    }
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, part]) => pathsOf(part, [...path, key]));
}

function withLeaf(content: EditionContent, path: Path, value: unknown): EditionContent {
  const copy = structuredClone(content);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => Reflect.get(Object(part), key), copy);
  Reflect.set(Object(holder), path.at(-1) ?? '', value);
  return copy;
}
