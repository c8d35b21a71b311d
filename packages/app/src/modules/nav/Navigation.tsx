import { useSidebarPinState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { NavContentComponentProps } from '@backstage/plugin-app-react';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useRef } from 'react';
import { arrange } from './arrangement';
import { LogoMark } from './LogoMark';
import { NavLink } from './NavLink';
import { NotificationCount } from './NotificationCount';
import { PersonAvatar } from './PersonAvatar';
import { useArrowKeys } from './useArrowKeys';
import { useEmptyPages } from './useEmptyPages';
import styles from './Navigation.module.css';

/** One tab stop for all links: the arrow keys walk among them. */
export const Navigation = ({ navItems }: NavContentComponentProps) => {
  const { isPinned: open, toggleSidebarPinState: toggle } =
    useSidebarPinState();
  const app = useApi(configApiRef).getOptionalString('app.title') ?? 'Portal';
  const links = useRef<HTMLDivElement>(null);
  useArrowKeys(links);
  const { main, personal } = arrange(navItems, useEmptyPages());

  return (
    <nav aria-label="Main" className={open ? styles.open : styles.rail}>
      <div className={styles.inner}>
        <div className={styles.brand}>
          <LogoMark className={styles.mark} />
          {open && <span className={styles.name}>{app}</span>}
        </div>
        <div ref={links} className={styles.nav}>
          {main.map((group, index) => (
            <div key={group.title ?? index} className={styles.group}>
              {group.title && open && (
                <p className={styles.heading}>{group.title}</p>
              )}
              <ul className={styles.list} aria-label={group.title}>
                {group.items.map(item => (
                  <NavLink key={item.href} {...item} open={open} />
                ))}
              </ul>
            </div>
          ))}
          <ul className={styles.personal} aria-label="Personal">
            {personal.map(item => (
              <NavLink
                key={item.href}
                {...item}
                open={open}
                icon={
                  item.node.spec.id === 'page:user-settings' ? (
                    <PersonAvatar />
                  ) : (
                    item.icon
                  )
                }
              >
                {item.node.spec.id === 'page:notifications' && (
                  <NotificationCount />
                )}
              </NavLink>
            ))}
          </ul>
        </div>
        <button
          type="button"
          className={styles.toggle}
          onClick={toggle}
          aria-label={open ? 'Collapse navigation' : 'Expand navigation'}
          title={open ? 'Collapse navigation' : 'Expand navigation'}
        >
          {open ? <ChevronLeftIcon /> : <ChevronRightIcon />}
        </button>
      </div>
    </nav>
  );
};
