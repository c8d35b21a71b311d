export * from './definitions';
export * from './permissions';
export * from './service';
