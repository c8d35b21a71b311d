export * from './charter';
export * from './contract';
export * from './permissions';
export * from './relations';
export * from './snapshot';
