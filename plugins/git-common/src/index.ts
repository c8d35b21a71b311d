export * from './contract';
export * from './permissions';
