export * from './GroupAuthorizer';
export * from './withinGroups';
