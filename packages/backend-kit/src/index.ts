export * from './contract';
export * from './cursor';
export * from './database';
export * from './definitions';
export * from './feedToken';
export * from './idempotency';
