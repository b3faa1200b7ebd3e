import { srcdocOf } from '../../admin/src/message/srcdoc';

const MAIL = [
  '<!doctype html><html><head><title>Autumn</title><style>',
  '@media (prefers-color-scheme: dark) { body { background: #000 } }',
  '</style></head><body><img src="https://news.example.org/api/countersign/assets/ab12.png">',
  '<a href="https://example.org">on</a></body></html>',
].join('');

const plain = { isDark: false, hasPictures: true };
const policyIn = (srcdoc: string): string =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(srcdoc)?.[1] ?? '';

describe('a mail in a frame', () => {
  it('may fetch nothing but its own frozen pictures and those of the site', () => {
    expect(policyIn(srcdocOf(MAIL, plain, ['https://cms.example.org']))).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; " +
        'img-src data: https://cms.example.org https://news.example.org/api/countersign/assets/',
    );
  });

  it('shows no picture at all when they are off', () => {
    expect(policyIn(srcdocOf(MAIL, { ...plain, hasPictures: false }, []))).toContain(
      "img-src 'none'",
    );
  });

  it('cannot end the policy with an address of its own making', () => {
    const evil = MAIL.replace('https://news', `https://x' https:; script-src *;//news`);
    expect(policyIn(srcdocOf(evil, plain, []))).toContain('img-src data:');
    expect(policyIn(srcdocOf(evil, plain, []))).not.toContain('script-src *');
  });

  it('has its policy in front of everything of the mail', () => {
    const srcdoc = srcdocOf(MAIL, plain, []);
    expect(srcdoc.indexOf('Content-Security-Policy')).toBeLessThan(srcdoc.indexOf('<title>'));
  });

  it('gets a head when it has none', () => {
    expect(srcdocOf('<p>Hello</p>', plain, [])).toMatch(/<head><meta .*<\/head><p>Hello<\/p>$/s);
  });

  it('is dark or light as it was asked for, whatever the screen', () => {
    expect(srcdocOf(MAIL, { ...plain, isDark: true }, [])).toContain('@media (min-width:0px)');
    expect(srcdocOf(MAIL, plain, [])).toContain('@media (max-width:0px)');
  });

  it('opens links in a window that the sandbox does not let open', () => {
    expect(srcdocOf(MAIL, plain, [])).toContain('<base target="_blank">');
  });
});
