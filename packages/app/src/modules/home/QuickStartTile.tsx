import { Link } from 'react-router-dom';
import { QuickStart } from './quickStart';
import styles from './Home.module.css';

/** The places where a person of this role starts. */
export const QuickStartTile = (props: { quickStart: QuickStart }) => (
  <section aria-labelledby="quick-start">
    <h2 id="quick-start" className={styles.heading}>
      {props.quickStart.title}
    </h2>
    <ul className={styles.actions}>
      {props.quickStart.actions.map(action => (
        <li key={action.to}>
          <Link to={action.to} className={styles.action}>
            <strong>{action.title}</strong>
            <span className={styles.detail}>{action.detail}</span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
