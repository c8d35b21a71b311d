import { SourceLine } from '../source/SourceLine';

/** Something that a writer should mend; it never stops the other pages. */
export interface PageProblem {
  severity: 'error' | 'warning';
  /** Counted from 1; 0 for the page as a whole. */
  line: number;
  message: string;
}

/** A heading of the page, as the table of contents and the check of anchors need it. */
export interface Heading {
  id: string;
  /** Plain text. */
  text: string;
  depth: number;
}

/** A link or an image that leads to another file of the site. */
export interface PageLink {
  line: number;
  /** Relative to the root of the site: a file as it was linked, or a URL path of it. */
  target: string;
  anchor?: string;
  kind: 'source' | 'url';
}

/** What search finds: the text below a heading, or above the first one. */
export interface SearchSection {
  /** Of the heading; absent for the page itself. */
  anchor?: string;
  title: string;
  text: string;
}

/** What a page says of itself in its front matter. */
export interface PageMeta {
  title?: string;
  description?: string;
  /** `navigation` and `toc` may be hidden. */
  hide: string[];
  searchExcluded: boolean;
}

/** What rendering depends on besides the text of the page. */
export interface RenderOptions {
  /** The deepest heading that has a place in the table of contents. */
  tocDepth: number;
  /** Whether headings have a link to themselves. */
  permalinks: boolean;
  /** Hosts whose pages may be shown in a frame. */
  iframeHosts: string[];
}

export interface PageTask {
  /** Below the docs folder, with `/`. */
  path: string;
  lines: SourceLine[];
  options: RenderOptions;
}

/** The content of a page, without what it shares with the others of its site. */
export interface RenderedPage {
  html: string;
  meta: PageMeta;
  /** Of the first heading, if it is the page's title. */
  heading?: string;
  headings: Heading[];
  /** Every id on the page, so that links to any of them can be checked. */
  ids: string[];
  links: PageLink[];
  sections: SearchSection[];
  problems: PageProblem[];
}
