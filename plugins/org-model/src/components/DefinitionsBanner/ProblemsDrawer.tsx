import type {
  DefinitionProblem,
  TreeProblem,
} from '@squadron/plugin-org-model-common';
import { GroupLink } from '@squadron/plugin-org-model-react';
import { Drawer, StatusMark } from '@squadron/ui';
import { placeOf } from './lib/bannerView';
import styles from './DefinitionsBanner.module.css';

function Problem({ problem }: { problem: DefinitionProblem }) {
  const place = placeOf(problem);
  return (
    <li>
      <StatusMark status={problem.severity === 'error' ? 'missed' : 'at-risk'}>
        {problem.severity}
      </StatusMark>
      {place && <code className={styles.place}>{place}</code>}
      <p>{problem.message}</p>
      {problem.fix && (
        <p>
          <strong>Instead:</strong> {problem.fix}
        </p>
      )}
    </li>
  );
}

/** All that is wrong, with what to write instead. */
export function ProblemsDrawer(props: {
  problems: DefinitionProblem[];
  tree: TreeProblem[];
  onClose: () => void;
}) {
  const { problems, tree, onClose } = props;
  return (
    <Drawer title="What to mend in the definitions" onClose={onClose}>
      <ul className={styles.problems}>
        {problems.map(problem => (
          <Problem
            key={`${placeOf(problem)} ${problem.message}`}
            problem={problem}
          />
        ))}
      </ul>
      {!problems.length && (
        <p>
          No file says what is wrong. See the log of the portal for the reason.
        </p>
      )}
      {tree.length > 0 && (
        <>
          <h3 className={styles.subhead}>In the catalog</h3>
          <ul className={styles.problems}>
            {tree.map(({ ref, title, kind, message }) => (
              <li key={`${ref} ${kind} ${message}`}>
                <GroupLink entityRef={ref}>{title}</GroupLink>
                <p>{message}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}
