import AssignmentTurnedIn from '@material-ui/icons/AssignmentTurnedIn';
import Autorenew from '@material-ui/icons/Autorenew';
import Description from '@material-ui/icons/Description';
import EventNote from '@material-ui/icons/EventNote';
import FlashOn from '@material-ui/icons/FlashOn';
import ForumOutlined from '@material-ui/icons/ForumOutlined';
import RateReview from '@material-ui/icons/RateReview';
import type { Cadence } from '@squadron/plugin-org-model-common';
import styles from './kinds.module.css';

/** What a cadence may be. */
export type Kind = Cadence['kind'];

const views: Record<Kind, { label: string; Icon: typeof EventNote }> = {
  planning: { label: 'Planning', Icon: EventNote },
  review: { label: 'Review', Icon: RateReview },
  meeting: { label: 'Meeting', Icon: ForumOutlined },
  report: { label: 'Report', Icon: Description },
  assessment: { label: 'Assessment', Icon: AssignmentTurnedIn },
  exercise: { label: 'Exercise', Icon: FlashOn },
  rotation: { label: 'Rotation', Icon: Autorenew },
};

/** The name of a kind. */
export function kindLabel(kind: Kind): string {
  return views[kind].label;
}

/** The icon of a kind in its colour; the words stand beside it. */
export function KindIcon({ kind }: { kind: Kind }) {
  const { Icon } = views[kind];
  return (
    <span className={styles.icon} data-kind={kind} aria-hidden="true">
      <Icon fontSize="inherit" />
    </span>
  );
}
