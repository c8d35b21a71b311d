export * from './annotations';
export * from './contract';
export * from './permissions';
export * from './provenance';
export * from './versions';
