export * from './contract';
export * from './kpi';
export * from './parts';
export * from './permissions';
export * from './status';
export * from './target';
