export * from './charterPages';
export * from './definitions';
export * from './onboarding';
export * from './permissions';
export * from './service';
