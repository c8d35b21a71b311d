export * from './api';
export * from './commands';
export * from './links';
export * from './overlays';
export * from './scope';
export * from './tree';
