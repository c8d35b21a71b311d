import { ReactNode, useRef } from 'react';
import { NavStateProvider } from './NavState';
import { useFrameTop } from './useFrameTop';
import { usePageFrame } from './usePageFrame';
import styles from './Layout.module.css';

const CONTENT_ID = 'content';

/** The frame of every page: a way past the navigation, the navigation, the page. */
export const Layout = (props: { nav: ReactNode; children: ReactNode }) => {
  const content = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  usePageFrame(content);
  useFrameTop(frame);

  return (
    <NavStateProvider>
      <a
        className={styles.skip}
        href={`#${CONTENT_ID}`}
        onClick={event => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        Skip to content
      </a>
      <div ref={frame} className={styles.frame}>
        {props.nav}
        <div
          id={CONTENT_ID}
          ref={content}
          tabIndex={-1}
          className={styles.content}
        >
          {props.children}
        </div>
      </div>
    </NavStateProvider>
  );
};
