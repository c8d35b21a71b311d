import { useApi } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import styles from './Navigation.module.css';

/** How many notifications are unread, brought up to date by signals and by moving on. */
export const NotificationCount = () => {
  const api = useApi(notificationsApiRef);
  const { lastSignal } = useSignal('notifications');
  const { pathname } = useLocation();
  const [unread, setUnread] = useState(0);

  useEffect(() => {
    let mounted = true;
    api
      .getStatus()
      .then(status => mounted && setUnread(status.unread))
      // Without a figure the link itself still works, and its page states the error.
      .catch(() => mounted && setUnread(0));
    return () => {
      mounted = false;
    };
  }, [api, lastSignal, pathname]);

  if (unread === 0) {
    return null;
  }
  return (
    <span className={styles.count}>
      {unread > 99 ? '99+' : unread}
      <span className={styles.hidden}> unread</span>
    </span>
  );
};
