export { catalogModuleOrgModel as default } from './module';
