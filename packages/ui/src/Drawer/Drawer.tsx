import { Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import clsx from 'clsx';
import { ReactNode } from 'react';
import styles from './Drawer.module.css';

export interface DrawerProps {
  title: string;
  /** A line below the title, such as the kind of the thing. */
  subtitle?: ReactNode;
  children: ReactNode;
  /** Links and buttons at the foot. */
  actions?: ReactNode;
  /** For what needs long lines, such as the diff of a file. */
  isWide?: boolean;
  onClose: () => void;
}

/**
 * Details at the right-hand side that keep the place on the page. The focus
 * stays inside, Escape and a click outside close it, and the focus goes back to
 * where it was.
 */
export function Drawer(props: DrawerProps) {
  const { title, subtitle, children, actions, isWide, onClose } = props;
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
      className={clsx(styles.drawer, isWide && styles.wide)}
    >
      <DialogHeader className={styles.header}>{title}</DialogHeader>
      {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      <DialogBody className={styles.body}>{children}</DialogBody>
      {actions && (
        <DialogFooter className={styles.actions}>{actions}</DialogFooter>
      )}
    </Dialog>
  );
}
