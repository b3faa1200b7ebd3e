import { MOST_COMMENTS } from '../../server/src/domain/reviews/comment';
import { createCommentEdition } from '../../server/src/flows/comment-edition';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { keepOffice, type Office } from '../support/editorial-office';

const ANN = asking('ann');
const BOB = asking('bob');

let room: Office;
let commenting: ReturnType<typeof createCommentEdition>;
keepOffice((office) => {
  room = office;
  commenting = createCommentEdition({ ...room.reviewDeps, comments: room.comments });
});

async function said(editionId: string, by = BOB, text = 'Is the date right?') {
  room.world.now += 1;
  const answer = await commenting.add(editionId, by, { text });
  if (answer.ok) return answer.value;
  throw new Error(answer.reason);
}

const listed = async (editionId: string, after?: string) => {
  const page = { limit: 2, ...(after === undefined ? {} : { after }) };
  const answer = await commenting.list(editionId, page);
  return answer.ok ? answer.value : answer.reason;
};

describe('comments on an edition', () => {
  it('are read oldest first, page by page, with who said what when', async () => {
    const { id } = await room.submitted();
    const [first, second, third] = [
      await said(id, BOB, 'One'),
      await said(id, ANN, 'Two\nlines'),
      await said(id, BOB, 'Three'),
    ];
    expect(first).toEqual({
      ...{ id: first.id, editionId: id, person: 'bob', text: 'One' },
      ...{ writtenAt: NOON + 1, takenBackAt: null },
    });
    expect(await listed(id)).toEqual([first, second]);
    expect(await listed(id, second.id)).toEqual([third]);
  });

  it('belong to one edition', async () => {
    const [one, other] = [await room.submitted(), await room.submitted()];
    await said(one.id);
    expect(await listed(other.id)).toEqual([]);
  });

  it.each([
    ['   ', 'comment-empty'],
    ['x'.repeat(2001), 'comment-too-long'],
  ])('are refused without words, and with too many', async (text, reason) => {
    const { id } = await room.submitted();
    expect(await commenting.add(id, BOB, { text })).toEqual({ ok: false, reason });
    expect(await listed(id)).toEqual([]);
  });

  it('need an edition', async () => {
    const refused = { ok: false, reason: 'no-such-edition' };
    expect(await commenting.add('gone', BOB, { text: 'Hello?' })).toEqual(refused);
    expect(await listed('gone')).toBe('no-such-edition');
  });

  it('end where an edition has two hundred of them, those taken back among them', async () => {
    const { id } = await room.submitted();
    const last = await said(id);
    for (let at = 1; at < MOST_COMMENTS; at += 1) {
      await room.comments.insert({ ...last, id: `filler-${at}` });
    }
    await commenting.takeBack(id, last.id, BOB);
    expect(await commenting.add(id, BOB, { text: 'One more' })).toEqual({
      ...{ ok: false, reason: 'too-many-comments' },
    });
  });
});

describe('a comment is no hand and no decision', () => {
  it('whoever commented may still countersign', async () => {
    const { id } = await room.submitted();
    await said(id, BOB);
    expect(await room.reviewing.obstacle(id, BOB)).toBeNull();
    expect(await room.reviewing.approve(id, BOB, { readersShown: 3 })).toMatchObject({
      value: { state: 'approved' },
    });
  });

  it('an approval outlives what is said after it, and nobody becomes a hand', async () => {
    const { id, campaignId } = await room.submitted();
    const before = await room.hands.of(campaignId);
    await room.reviewing.approve(id, BOB, { readersShown: 3 });
    const { id: mine } = await said(id, ANN, 'Thank you.');
    await commenting.takeBack(id, mine, ANN);
    await room.noticing.settleAll();
    expect(await room.stateOf(id)).toBe('approved');
    expect(await room.hands.of(campaignId)).toEqual(before);
    expect(await room.decisions.of(id)).toHaveLength(1);
  });
});

describe('taking a comment back', () => {
  it('removes the words and leaves the row', async () => {
    const { id } = await room.submitted();
    const comment = await said(id);
    room.world.now = NOON + 60_000;
    const gone = { ...comment, text: null, takenBackAt: NOON + 60_000 };
    expect(await commenting.takeBack(id, comment.id, BOB)).toEqual({ ok: true, value: gone });
    expect(await listed(id)).toEqual([gone]);
  });

  it('is for its writer alone', async () => {
    const { id } = await room.submitted();
    const comment = await said(id, BOB);
    expect(await commenting.takeBack(id, comment.id, ANN)).toEqual({
      ...{ ok: false, reason: 'not-yours' },
    });
    expect(await listed(id)).toEqual([comment]);
  });

  it('needs the comment, and the edition it is about', async () => {
    const [one, other] = [await room.submitted(), await room.submitted()];
    const { id } = await said(one.id);
    const refused = { ok: false, reason: 'no-such-comment' };
    expect(await commenting.takeBack(one.id, 'nothing', BOB)).toEqual(refused);
    expect(await commenting.takeBack(other.id, id, BOB)).toEqual(refused);
  });

  it('is done once, however often it is asked', async () => {
    const { id } = await room.submitted();
    const comment = await said(id);
    await commenting.takeBack(id, comment.id, BOB);
    room.world.now += 1;
    expect(await commenting.takeBack(id, comment.id, BOB)).toMatchObject({
      value: { text: null, takenBackAt: NOON + 1 },
    });
    expect((await room.auditOf(id)).filter(({ act }) => act === 'comment.take-back')).toHaveLength(
      1,
    );
  });
});

describe('the audit trail of comments', () => {
  it('says that one was written and taken back, and never what', async () => {
    const { id } = await room.submitted();
    const comment = await said(id, BOB, 'Anna Muster rang me up');
    await commenting.takeBack(id, comment.id, BOB);
    const rows = (await room.auditOf(id)).filter(({ act }) => String(act).startsWith('comment.'));
    expect(rows.map(({ act, person, result }) => [act, person, result])).toEqual([
      ['comment.add', 'bob', 'done'],
      ['comment.take-back', 'bob', 'done'],
    ]);
    expect(rows.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
      { comment: comment.id },
      { comment: comment.id },
    ]);
  });

  it('disappears with the comment when the act fails', async () => {
    const { id } = await room.submitted();
    const failing = createCommentEdition({
      ...room.reviewDeps,
      comments: room.comments,
      audit: {
        record: () => Promise.reject(new Error('no trail')),
        recordAll: () => Promise.reject(new Error('no trail')),
      },
    });
    await expect(failing.add(id, BOB, { text: 'Hello' })).rejects.toThrow('no trail');
    expect(await listed(id)).toEqual([]);
  });
});
