export * from './withinGroups';
