export * from './contract';
export * from './environment';
export * from './permissions';
