import type { MessageLayout } from '../domain/messages/layout';

/** Lays a message out as mail HTML. */
export interface Renderer {
  /** A whole document that mail programs show, styles inlined, nothing fetched. Same layout, same bytes. */
  renderLayout(layout: MessageLayout): Promise<string>;
}
