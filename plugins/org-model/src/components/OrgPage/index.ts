export { OrgPage } from './OrgPage';
export { OrgPageHeader } from './OrgPageHeader';
