import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The repositories that the portal keeps. */
export const gitRouteRef = createRouteRef();
