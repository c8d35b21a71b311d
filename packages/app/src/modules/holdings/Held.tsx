import { ReactNode } from 'react';
import { useCatalogHolds } from './useCatalogHolds';

/** Shows a page only if the catalog has what it lists, and otherwise says how that begins. */
export const Held = (props: {
  what: Parameters<typeof useCatalogHolds>[0];
  otherwise: ReactNode;
  children: ReactNode;
}) => {
  const holds = useCatalogHolds(props.what);
  if (holds === undefined) {
    return null;
  }
  return <>{holds ? props.children : props.otherwise}</>;
};
