import { RenderedPage } from '../render/types';

/** A page with its place in the site. */
export interface SitePage {
  /** Below the docs folder. */
  path: string;
  /** Below the root of the site, with `/` at the end; empty for the home page. */
  url: string;
  title: string;
  content: RenderedPage;
}
