export { authModuleOrgOwnership as default } from './module';
