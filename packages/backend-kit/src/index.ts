export * from './contract';
export * from './csv';
export * from './cursor';
export * from './database';
export * from './definitions';
export * from './idempotency';
export * from './outbound';
export * from './tokens';
