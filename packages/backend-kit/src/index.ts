export * from './contract';
export * from './cursor';
export * from './definitions';
export * from './feedToken';
