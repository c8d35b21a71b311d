import { ReactNode } from 'react';
import { NavLink as RouterNavLink } from 'react-router-dom';
import styles from './Navigation.module.css';

/** A page in the navigation; collapsed it keeps its name for screen readers and as a tooltip. */
export const NavLink = (props: {
  href: string;
  title: string;
  icon: ReactNode;
  open: boolean;
  children?: ReactNode;
}) => (
  <li>
    <RouterNavLink
      to={props.href}
      end={props.href === '/'}
      className={({ isActive }) => (isActive ? styles.current : styles.link)}
      title={props.open ? undefined : props.title}
      aria-label={props.open ? undefined : props.title}
    >
      <span className={styles.icon} aria-hidden="true">
        {props.icon}
      </span>
      {props.open && <span className={styles.text}>{props.title}</span>}
      {props.children}
    </RouterNavLink>
  </li>
);
