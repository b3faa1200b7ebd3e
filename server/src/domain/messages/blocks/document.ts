import type { Piece } from '../message';

/** A Strapi Blocks document after parsing: only what a message can show, merge tags already slots. */
export type Block =
  | { readonly type: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: HeadingLevel; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly pieces: readonly Piece[] }
  | { readonly type: 'image'; readonly image: Picture }
  | List;

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly entries: readonly ListEntry[];
}

/** An item with the lists nested under it. */
export interface ListEntry {
  readonly children: readonly Inline[];
  readonly lists: readonly List[];
}

export type Inline = Run | Link;

/** Text in one style. A line end in it is a line break. */
export interface Run {
  readonly type: 'text';
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
}

export const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
export type Mark = (typeof MARKS)[number];

export interface Link {
  readonly type: 'link';
  /** Absolute; https, http, mailto or tel. */
  readonly href: string;
  readonly children: readonly Run[];
}

export interface Picture {
  /** As the media library has it: absolute, or a path of the CMS. */
  readonly url: string;
  readonly alt: string;
  /** In CSS pixels; null when the media library does not know. */
  readonly width: number | null;
  readonly height: number | null;
}
