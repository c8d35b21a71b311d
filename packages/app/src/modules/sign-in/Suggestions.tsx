import { Button } from '@backstage/ui';
import { Persona } from './personas';
import styles from './SignIn.module.css';

const labels: Record<Persona['portalRole'], string> = {
  manager: 'Manager',
  sre: 'SRE',
  engineer: 'Engineer',
  'new-hire': 'New hire',
};

/** One click for each way to use the portal, and for the person chosen last. */
export const Suggestions = (props: {
  personas: Persona[];
  last?: string;
  onChoose: (name: string) => void;
}) => {
  if (props.personas.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="suggested-people">
      <h2 id="suggested-people" className={styles.subtitle}>
        Start as
      </h2>
      <ul className={styles.suggestions}>
        {props.personas.map(persona => (
          <li key={persona.name}>
            <button
              type="button"
              className={styles.suggestion}
              onClick={() => props.onChoose(persona.name)}
            >
              <strong>{labels[persona.portalRole]}</strong>
              <span className={styles.detail}>{persona.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {props.last && (
        <Button
          variant="secondary"
          onPress={() => props.onChoose(props.last!)}
          className={styles.again}
        >
          Sign in again as {props.last}
        </Button>
      )}
    </section>
  );
};
