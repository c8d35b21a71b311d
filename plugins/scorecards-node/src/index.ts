export * from './collectors';
export * from './definitions';
