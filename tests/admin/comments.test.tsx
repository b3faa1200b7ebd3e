import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CommentForm } from '../../admin/src/comments/CommentForm';
import { CommentList } from '../../admin/src/comments/CommentList';
import type { CommentShown } from '../../server/src/contracts/comments';
import { show } from './show';

const aComment = (change: Partial<CommentShown> = {}): CommentShown => ({
  id: 'c1',
  person: { id: 'bob', name: 'Bob Example', called: 'Bob Example' },
  text: 'Is it Monday?',
  writtenAt: Date.now() - 3 * 3_600_000,
  takenBackAt: null,
  isMine: false,
  ...change,
});

describe('the list of comments', () => {
  it('says who, how long ago, and what, with the breaks between lines', () => {
    show(<CommentList comments={[aComment({ text: 'One\nTwo' })]} />);
    const [item] = screen.getAllByRole('listitem');
    expect(item?.textContent).toBe('Bob Example3 hours agoOne\nTwo');
    expect(screen.getByText(/One/).style.whiteSpace).toBe('pre-wrap');
  });

  it('writes what looks like markup as the letters it is', () => {
    const text = '<script>alert(1)</script>{{x}}<img src=x onerror=alert(1)>';
    const { container } = show(<CommentList comments={[aComment({ text })]} />);
    expect(container.querySelector('script, img')).toBeNull();
    expect(screen.getByText(text)).toBeTruthy();
  });

  it.each([
    ['en', /Nobody has said anything yet/],
    ['ja', /まだコメントはありません/],
  ] as const)('says what it is for while it is empty (%s)', (language, words) => {
    show(<CommentList comments={[]} />, { language });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('keeps the place of what was taken back', () => {
    show(<CommentList comments={[aComment({ text: null, takenBackAt: 1 })]} />);
    expect(screen.getByText('Taken back')).toBeTruthy();
  });

  it('offers something to do about one’s own that still stands, and about no other', () => {
    const mine = aComment({ id: 'mine', isMine: true });
    const gone = aComment({ id: 'gone', isMine: true, text: null });
    show(<CommentList comments={[aComment(), mine, gone]} action={({ id }) => <b>{id}</b>} />);
    expect(screen.getByText('mine')).toBeTruthy();
    expect(screen.queryByText('gone')).toBeNull();
  });
});

describe('the form for a comment', () => {
  const open = (isThere = true) => {
    const sent: string[] = [];
    const onSend = async (text: string) => {
      sent.push(text);
      return isThere;
    };
    show(<CommentForm isSending={false} onSend={onSend} />);
    return { sent, field: screen.getByRole<HTMLTextAreaElement>('textbox') };
  };

  it.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    'sends with %s, and is empty then',
    async (keys) => {
      const { sent, field } = open();
      await userEvent.type(field, `Is it Monday?${keys}`);
      expect(sent).toEqual(['Is it Monday?']);
      await waitFor(() => expect(field.value).toBe(''));
    },
  );

  it('breaks the line with Enter alone', async () => {
    const { sent, field } = open();
    await userEvent.type(field, 'a{Enter}b');
    expect([field.value, sent]).toEqual(['a\nb', []]);
  });

  it('keeps the words when they did not get through', async () => {
    const { field } = open(false);
    await userEvent.type(field, 'Hello');
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    expect(field.value).toBe('Hello');
  });

  it('sends nothing that is empty or too long, and counts an emoji once', async () => {
    const { sent, field } = open();
    await userEvent.type(field, '  {Control>}{Enter}{/Control}');
    await userEvent.click(field);
    await userEvent.paste('🙏'.repeat(2001));
    expect(screen.getByText(/2001 characters, and 2000 fit/)).toBeTruthy();
    await userEvent.type(field, '{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
  });
});
