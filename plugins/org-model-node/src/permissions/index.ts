export * from './GroupAuthorizer';
export * from './entitiesDefinedAt';
export * from './withinGroups';
