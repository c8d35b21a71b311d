export { searchModuleEmbeddedEngine as default } from './module';
