export { goldenPathsModule as default } from './module';
