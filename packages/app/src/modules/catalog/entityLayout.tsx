import { EntityContentLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Replaces the stock overview, which hides the scrollbar of a column that scrolls by itself. */
export const entityLayout = EntityContentLayoutBlueprint.make({
  name: 'dense',
  params: {
    loader: () =>
      import('./EntityOverview').then(({ EntityOverview }) => EntityOverview),
  },
});
