import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The org chart. */
export const orgRouteRef = createRouteRef();

/** The cadences over the year. */
export const rhythmRouteRef = createRouteRef();

/** One's own first weeks, and those of the people that one leads. */
export const onboardingRouteRef = createRouteRef();
