import { useParams } from 'react-router-dom';
import type { RepositoryPlace } from '../../lib/paths';

/** The place that the address names. */
export function usePlace(): RepositoryPlace {
  const { name = '', ref = 'main', '*': path = '' } = useParams();
  return { name, ref, path: path.replace(/^\/+|\/+$/g, '') };
}
