import mjml2html from 'mjml';
import { escapeHtml } from '../../domain/messages/characters';
import { DARK_CSS, fontsFor } from './styles';

/** What stands in the frame; text unless its name says HTML. */
export interface Frame {
  readonly locale: string;
  readonly title: string;
  readonly preheader: string;
  readonly bodyHtml: string;
  readonly footerHtml: string;
}

/**
 * One 600 px column without a header. mjml sees marks in place of the texts, which are put in
 * afterwards: nothing an author wrote is ever read as MJML.
 */
export async function frame(parts: Frame): Promise<string> {
  const { html, errors } = await mjml2html(template(parts), {
    validationLevel: 'strict',
    fonts: {},
  });
  if (errors.length > 0)
    throw new Error(`mjml: ${errors.map(({ message }) => message).join('; ')}`);
  const texts: Readonly<Record<string, string>> = {
    CSMARKTITLE: escapeHtml(parts.title),
    CSMARKPREHEADER: escapeHtml(parts.preheader),
    CSMARKBODY: parts.bodyHtml,
    CSMARKFOOTER: parts.footerHtml,
  };
  return compact(html).replace(/CSMARK[A-Z]+/g, (mark) => texts[mark] ?? mark);
}

/** Before the texts are put in, white space at the start of lines is layout only. */
const compact = (html: string): string => html.replace(/^\s+/gm, '').trimEnd() + '\n';

const template = ({ locale, preheader }: Frame): string => `
<mjml lang="${languageTag(locale)}" dir="auto">
  <mj-head>
    <mj-title>CSMARKTITLE</mj-title>
    ${preheader === '' ? '' : '<mj-preview>CSMARKPREHEADER</mj-preview>'}
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="${fontsFor(locale)}" />
      <mj-text padding="0 24px" />
    </mj-attributes>
    <mj-style>${DARK_CSS}</mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#ffffff" css-class="cs-page">
    <mj-section padding="32px 0" css-class="cs-column">
      <mj-column>
        <mj-text css-class="cs-text" font-size="16px" line-height="1.65" color="#22252d">CSMARKBODY</mj-text>
        <mj-divider border-width="1px" border-color="#c9ccd6" padding="24px 24px 16px" />
        <mj-text css-class="cs-footer" font-size="13px" line-height="1.6" color="#5c6270">CSMARKFOOTER</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

/** BCP 47 in its plain shape; anything else is the tag for "undetermined". */
const languageTag = (locale: string): string =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'und';
