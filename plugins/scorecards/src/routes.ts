import { createRouteRef } from '@backstage/frontend-plugin-api';

/** How targets stand. */
export const scorecardsRouteRef = createRouteRef();
