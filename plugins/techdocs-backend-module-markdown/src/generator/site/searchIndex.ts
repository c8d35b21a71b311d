import { encodePath } from '../render/links/sitePaths';
import { SitePage } from './SitePage';

/** What TechDocs hands on to the portal's search, in the form in which mkdocs writes it. */
export function searchIndexOf(pages: readonly SitePage[]): object {
  return {
    config: {
      lang: ['en'],
      separator: '[\\s\\-]+',
      pipeline: ['stopWordFilter'],
    },
    docs: pages
      .filter(({ content }) => !content.meta.searchExcluded)
      .flatMap(({ url, title, content }) =>
        content.sections.map(section => ({
          location: `${encodePath(url)}${section.anchor ? `#${section.anchor}` : ''}`,
          title: section.anchor ? section.title : title,
          text: section.text,
        })),
      ),
  };
}
