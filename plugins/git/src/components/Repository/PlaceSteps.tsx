import { Link } from 'react-router-dom';
import { RepositoryPlace, pathTo, stepsTo } from '../../lib/paths';
import styles from './Repository.module.css';

/** The way from the root of a repository to a place in it; each folder on it is a link. */
export function PlaceSteps({ place }: { place: RepositoryPlace }) {
  const steps = stepsTo(place);
  const last = steps.length - 1;
  return (
    <nav aria-label="Path">
      <ol className={styles.steps}>
        {steps.map(({ label, path }, index) => (
          <li key={path}>
            {index === last ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link to={pathTo('tree', { ...place, path })}>{label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
