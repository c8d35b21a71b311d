import { KeyFigure, KeyFigureRow } from '@squadron/ui';
import { useSearchParams } from 'react-router-dom';
import type { EnvironmentFigures as Figures } from '../../lib/overview';

/** The page in figures; each leads to the rows that it counts. */
export function EnvironmentFigures({ figures }: { figures: Figures }) {
  const { inUse, ending, stuck, answering, clusters } = figures;
  const [params] = useSearchParams();
  const hrefOf = (filter: Record<string, string>) => {
    const scope = params.get('scope');
    return `?${new URLSearchParams({ ...(scope && { scope }), ...filter })}`;
  };
  const isWhole = answering === clusters;
  return (
    <KeyFigureRow label="Environments in figures">
      <KeyFigure
        label="In use"
        value={inUse}
        href={hrefOf({ phase: 'preparing,ready,expired' })}
      />
      <KeyFigure
        label="End within 12 h"
        value={ending}
        status={ending ? 'at-risk' : 'met'}
        detail={ending ? 'Extend what is still needed' : 'none'}
        href={hrefOf({ soon: 'true' })}
      />
      <KeyFigure
        label="Stuck"
        value={stuck}
        status={stuck ? 'missed' : 'met'}
        detail={stuck ? 'Something holds them' : 'none'}
        href={hrefOf({ phase: 'stuck' })}
      />
      <KeyFigure
        label="Clusters that answer"
        value={answering}
        unit={`of ${clusters}`}
        status={isWhole ? 'met' : 'missed'}
        detail={isWhole ? 'all' : 'What is in the others is not shown'}
      />
    </KeyFigureRow>
  );
}
