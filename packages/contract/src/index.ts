export * from './contract';
export * from './client';
export * from './csv';
export * from './measures';
export * from './several';
