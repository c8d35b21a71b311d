export * from './charterPages';
export * from './cli';
export * from './definitions';
export * from './onboarding';
export * from './permissions';
export * from './service';
