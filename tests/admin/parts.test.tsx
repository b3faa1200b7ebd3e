import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { ActButton } from '../../admin/src/components/ActButton';
import { Disclosure } from '../../admin/src/components/Disclosure';
import { Pager } from '../../admin/src/components/Pager';
import { ProblemList } from '../../admin/src/components/ProblemList';
import { STATE_LOOKS, StateBadge } from '../../admin/src/components/StateBadge';
import { MessageFrame } from '../../admin/src/message/MessageFrame';
import { FIRST_VIEW } from '../../admin/src/message/view';
import { show } from './show';

describe('a state', () => {
  it.each(Object.keys(STATE_LOOKS))('%s has a sign and a word, in both languages', (state) => {
    for (const language of ['en', 'ja'] as const) {
      const { container, unmount } = show(<StateBadge state={state} />, { language });
      expect(container.querySelector('svg')).not.toBeNull();
      expect(container.textContent).not.toBe('');
      expect(container.textContent).not.toContain(state.includes('-') ? state : '.');
      unmount();
    }
  });

  it('of a newer server is said in the words of the server', () => {
    show(<StateBadge state="archived" text="Put away" />);
    expect(screen.getByText('Put away')).toBeTruthy();
  });
});

describe('a button that may not be used', () => {
  const refused = { allowed: false, code: 'not-permitted', text: 'Your role does not allow this.' };

  it('says why, also to those who hear it', () => {
    show(<ActButton allowance={refused}>Submit</ActButton>);
    const button = screen.getByRole('button', { name: 'Submit' });
    const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('Your role does not allow this.');
  });

  it('does nothing', async () => {
    let presses = 0;
    const press = () => (presses += 1);
    show(
      <ActButton allowance={refused} onClick={press}>
        Submit
      </ActButton>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(presses).toBe(0);
  });
});

describe('problems', () => {
  const problem = (level: 'error' | 'warning', text: string, locale: string | null = null) => ({
    ...{ code: text, level, where: 'body', locale, text },
  });

  it('are listed with the errors first, their weight and their language', () => {
    show(
      <ProblemList
        problems={[problem('warning', 'Long subject'), problem('error', 'No text', 'ja')]}
      />,
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Must be mended: No text (Japanese)',
      'Worth a look: Long subject',
    ]);
  });
});

describe('a disclosure', () => {
  it('opens and closes by keyboard', async () => {
    show(<Disclosure label="More">the rest</Disclosure>);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('the rest')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText('the rest')).toBeNull();
  });
});

describe('pages by cursor', () => {
  const Here = () => <p data-testid="search">{useLocation().search}</p>;
  const pages = (next: string | null, at: string) =>
    show(
      <>
        <Pager next={next} />
        <Here />
      </>,
      { at },
    );

  it('keep the filter in the address and find the way back', async () => {
    pages('b', '/?show=sent');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByTestId('search').textContent).toBe('?show=sent&from=b');
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(screen.getByTestId('search').textContent).toBe('?show=sent');
  });

  it('lead to the first page from a link that somebody sent', async () => {
    pages(null, '/?from=c');
    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(screen.getByTestId('search').textContent).toBe('');
  });

  it('are not mentioned when there is only one', () => {
    pages(null, '/');
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('the mail in its frame', () => {
  const message = {
    subject: 'Autumn',
    preheader: 'Leaves',
    html: '<p>Hello</p><script>parent.stolen = true</script>',
    text: 'Hello',
  };

  it('may run no script, open no window and know nothing of the admin', () => {
    show(<MessageFrame message={message} view={FIRST_VIEW} />);
    const frame = screen.getByTitle<HTMLIFrameElement>('The mail “Autumn”');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('src')).toBeNull();
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('shows the inbox line beside it', async () => {
    const { container } = show(<MessageFrame message={message} view={FIRST_VIEW} />);
    await waitFor(() => within(container).getByText('Leaves'));
    expect(within(container).getByText('Autumn')).toBeTruthy();
  });

  it('is the bare text when that was asked for', () => {
    show(<MessageFrame message={message} view={{ ...FIRST_VIEW, as: 'text' }} />);
    expect(screen.getByLabelText('The mail as plain text').textContent).toBe('Hello');
  });
});
