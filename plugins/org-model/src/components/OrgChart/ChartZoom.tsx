import { ButtonIcon } from '@backstage/ui';
import AddIcon from '@material-ui/icons/Add';
import FullscreenIcon from '@material-ui/icons/ZoomOutMap';
import RemoveIcon from '@material-ui/icons/Remove';
import styles from './OrgChart.module.css';

export interface ChartZoomProps {
  zoom: number;
  zoomBy: (factor: number) => void;
  fit: () => void;
}

/** Zooms in and out and fits the width of the chart into its window. */
export function ChartZoom({ zoom, zoomBy, fit }: ChartZoomProps) {
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label="Zoom out"
        icon={<RemoveIcon fontSize="inherit" />}
        onPress={() => zoomBy(1 / 1.25)}
      />
      <span className={styles.percent}>{Math.round(zoom * 100)} %</span>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label="Zoom in"
        icon={<AddIcon fontSize="inherit" />}
        onPress={() => zoomBy(1.25)}
      />
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label="Fit the width"
        icon={<FullscreenIcon fontSize="inherit" />}
        onPress={fit}
      />
    </div>
  );
}
