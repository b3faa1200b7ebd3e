/** Of a reader's page; each `#rrggbb`. */
export interface Colours {
  /** Of words, and of what is behind them. */
  readonly ink: string;
  readonly paper: string;
  /** Of buttons and links, and of words on buttons. */
  readonly accent: string;
  readonly onAccent: string;
}

/** A reader's device says which of the two it wants. */
export interface Theme {
  readonly light: Colours;
  readonly dark: Colours;
}

export const OUR_THEME: Theme = {
  light: { ink: '#1c1c28', paper: '#ffffff', accent: '#3a3ad6', onAccent: '#ffffff' },
  dark: { ink: '#ececf4', paper: '#16161f', accent: '#a9a9ff', onAccent: '#16161f' },
};

/** What people with weak eyes can still read, as a ratio (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

export type Pair = readonly [words: keyof Colours, behind: keyof Colours];

const READ_TOGETHER: readonly Pair[] = [
  ['ink', 'paper'],
  ['accent', 'paper'],
  ['onAccent', 'accent'],
];

/** Colours of which the one could not be read on the other. */
export const unreadable = (colours: Colours): Pair[] =>
  READ_TOGETHER.filter(
    ([words, behind]) => contrast(colours[words], colours[behind]) < LEAST_CONTRAST,
  );

/** 1 (the same) to 21 (black on white), by WCAG 2.2's *contrast ratio*. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** 0 to 1, by WCAG 2.2's *relative luminance*. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
