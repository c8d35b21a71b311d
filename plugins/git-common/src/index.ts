export * from './browsing';
export * from './contract';
export * from './permissions';
