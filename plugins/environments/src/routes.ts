import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Which environments there are. */
export const environmentsRouteRef = createRouteRef();
