import type { MessageLayout } from '../../domain/messages/layout';
import type { Renderer } from '../../ports/render';
import { footerHtml } from './footer';
import { inlineStyles } from './inline';
import { frame } from './mjml';
import { sanitise } from './sanitise';
import { BODY_CSS } from './styles';

/** The author's part is sanitised, then styled, then framed; nothing comes after that could undo it. */
export const createRenderer = (): Renderer => ({
  renderLayout: (layout: MessageLayout) =>
    frame({
      locale: layout.locale,
      title: layout.subject,
      preheader: layout.preheader,
      bodyHtml: inlineStyles(sanitise(layout.bodyHtml), BODY_CSS),
      footerHtml: footerHtml(layout),
    }),
});
