import {
  type Environment,
  type EnvironmentPhase,
  environmentPhases,
} from '@squadron/plugin-environments-common';
import { useSearchParam } from '@squadron/ui';
import { endsSoon } from '../../lib/overview';

/** Which environments are in sight, as the address has it. */
export interface EnvironmentFilter {
  /** None chosen means all. */
  phases: EnvironmentPhase[];
  setPhases: (phases: EnvironmentPhase[]) => void;
  /** Of one cluster; empty for all. */
  cluster: string;
  setCluster: (cluster: string) => void;
  soonOnly: boolean;
  setSoonOnly: (soonOnly: boolean) => void;
  isShown: (environment: Environment, now: number) => boolean;
}

export function useEnvironmentFilter(): EnvironmentFilter {
  const [phaseText, setPhaseText] = useSearchParam('phase');
  const [cluster, setCluster] = useSearchParam('cluster');
  const [soonText, setSoonText] = useSearchParam('soon');
  const named = phaseText.split(',');
  const phases = environmentPhases.filter(phase => named.includes(phase));
  const soonOnly = soonText === 'true';
  return {
    phases,
    setPhases: chosen => setPhaseText(chosen.join(',')),
    cluster,
    setCluster,
    soonOnly,
    setSoonOnly: only => setSoonText(only ? 'true' : ''),
    isShown: (environment, now) =>
      (phases.length === 0 || phases.includes(environment.phase)) &&
      (!cluster || environment.cluster === cluster) &&
      (!soonOnly || endsSoon(environment, now)),
  };
}
