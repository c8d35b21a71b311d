import { Link } from '@backstage/ui';
import { ReactNode, createContext, useContext } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import gfm from 'remark-gfm';
import { RepositoryPlace, linkedFrom } from '../../lib/paths';
import styles from './Markdown.module.css';

/** Below the page's own title and that of the card. */
const headings: Components = {
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  h4: 'h6',
  h5: 'h6',
};

/** A badge is an image in a link: then the link alone leads on. */
const InLink = createContext(false);

function LinkFrom(props: {
  folder: RepositoryPlace;
  href?: string;
  children: ReactNode;
}) {
  const { folder, href = '', children } = props;
  const isInLink = useContext(InLink);
  const to = isInLink ? undefined : linkedFrom(folder, href);
  if (!to) return <>{children}</>;
  return (
    <InLink.Provider value>
      <Link href={to}>{children}</Link>
    </InLink.Provider>
  );
}

/** A text in Markdown as a person reads it. HTML in it stays text, and images are links: they lie behind a sign-in. */
export default function Markdown(props: {
  folder: RepositoryPlace;
  text: string;
}) {
  const { folder, text } = props;
  return (
    <ReactMarkdown
      className={styles.markdown}
      remarkPlugins={[gfm]}
      transformLinkUri={null}
      components={{
        ...headings,
        a: ({ href, children }) => (
          <LinkFrom folder={folder} href={href}>
            {children}
          </LinkFrom>
        ),
        img: ({ src, alt }) => (
          <LinkFrom folder={folder} href={src}>
            {alt || src}
          </LinkFrom>
        ),
      }}
    >
      {text}
    </ReactMarkdown>
  );
}
