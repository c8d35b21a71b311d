export { permissionModuleOrgPolicy as default } from './module';
