import { createRenderer } from '../../../server/src/adapters/render/renderer';
import { sanitise } from '../../../server/src/adapters/render/sanitise';
import type { MessageLayout } from '../../../server/src/domain/messages/layout';
import { footerOf } from '../../../server/src/domain/messages/footer';
import { aSource } from '../../support/messages';

const aLayout = (change: Partial<MessageLayout> = {}): MessageLayout => ({
  locale: 'en',
  subject: 'News',
  preheader: 'What we saw',
  bodyHtml: '<p>Hello</p>',
  footer: footerOf(aSource().identity, change.locale ?? 'en'),
  unsubscribeUrl: 'csxplaceholderz',
  preferencesUrl: 'csxpreferencesz',
  ...change,
});
const render = (change: Partial<MessageLayout> = {}): Promise<string> =>
  createRenderer().renderLayout(aLayout(change));

const EVIL = `"><script>alert(1)</script><mj-include path="/etc/passwd" />$&$1{{x}}<%y%>CSMARKBODY`;

describe('the renderer', () => {
  it('lays a message out the same way each time', async () => {
    expect(await render()).toBe(await render());
  });

  it('says the language, and nothing where it is not one', async () => {
    expect(await render({ locale: 'ja' })).toContain('<html lang="ja"');
    expect(await render({ locale: '"><script>' })).toContain('<html lang="und"');
  });

  it('asks for Japanese faces first in Japanese', async () => {
    expect(await render({ locale: 'ja' })).toMatch(/font-family:'Hiragino Sans'/);
    expect(await render({ locale: 'en' })).toMatch(/font-family:-apple-system/);
  });

  it('writes styles where mail programs that drop style sheets see them', async () => {
    expect(await render()).toContain('<p style="margin: 0 0 16px;">Hello</p>');
  });

  it('is at home in dark mode', async () => {
    const html = await render();
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('hides the preheader, and leaves no trace of one that is empty', async () => {
    expect(await render()).toMatch(/<div style="display:none;[^"]*">What we saw<\/div>/);
    expect(await render({ preheader: '' })).not.toContain('display:none');
  });

  it('links the unsubscribe words, the words about choosing and the contact', async () => {
    const html = await render();
    expect(html).toMatch(/<a href="csxplaceholderz"[^>]*>Unsubscribe<\/a>/);
    expect(html).toMatch(/<a href="csxpreferencesz"[^>]*>Change what you get<\/a>/);
    expect(html).toMatch(/<a href="mailto:hello@example.com"[^>]*>hello@example.com<\/a>/);
  });

  it('fetches nothing and asks readers to fetch nothing', async () => {
    expect(await render()).not.toMatch(/@import|<link|fonts\.googleapis|src=/);
  });

  it('escapes everything that is not the body', async () => {
    const footer = {
      sender: EVIL,
      postalAddress: [EVIL],
      contactLabel: EVIL,
      contact: EVIL,
      reason: EVIL,
      unsubscribe: EVIL,
      preferences: EVIL,
    };
    const html = await render({
      subject: EVIL,
      preheader: EVIL,
      footer,
      unsubscribeUrl: EVIL,
      preferencesUrl: EVIL,
    });
    expect(html).not.toMatch(/<script|<mj-/);
    expect(html.split('&lt;script&gt;alert(1)&lt;/script&gt;')).toHaveLength(13);
    expect(html.split('$&amp;$1{{x}}&lt;%y%&gt;CSMARKBODY')).toHaveLength(13);
  });

  it('takes no tag of mjml, no comment and no template sign from the body', async () => {
    const html = await render({
      bodyHtml:
        '<p>a</p></mj-text><mj-raw><script>1</script></mj-raw><!--[if mso]><b>x</b><![endif]--><p>{{ a }} &lt;% b %&gt; {{ &lt;i&gt; }}</p>',
    });
    expect(html).not.toMatch(/<script|mj-raw|mj-text|<b>/);
    expect(html).toContain('{{ a }} &lt;% b %&gt; {{ &lt;i&gt; }}');
  });
});

describe('the second lock', () => {
  it.each([
    ['script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['event handlers', '<p onclick="x" style="y" class="z" id="w">a</p>', '<p>a</p>'],
    ['javascript links', '<a href="javascript:x">a</a>', '<a>a</a>'],
    ['links without a scheme', '<a href="//example.com">a</a>', '<a>a</a>'],
    ['data pictures', '<img src="data:image/png;base64,x" alt="" />', '<img alt="" />'],
    ['forms and frames', '<form><input /></form><iframe src="https://x"></iframe><svg></svg>', ''],
    ['style sheets', '<style>p{}</style><link href="x" /><p>a</p>', '<p>a</p>'],
  ])('takes away %s', (_, html, safe) => {
    expect(sanitise(html)).toBe(safe);
  });
});
