import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The org chart. */
export const orgRouteRef = createRouteRef();

/** The cadences over the year. */
export const rhythmRouteRef = createRouteRef();
