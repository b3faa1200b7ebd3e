import type { Look } from './srcdoc';

/** How the mail is looked at. */
export interface View extends Look {
  readonly as: 'html' | 'text';
  readonly screen: 'desktop' | 'phone';
}

export const FIRST_VIEW: View = { as: 'html', screen: 'desktop', isDark: false, hasPictures: true };
