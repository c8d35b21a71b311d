export { Held } from './Held';
export { useCatalogHolds } from './useCatalogHolds';
