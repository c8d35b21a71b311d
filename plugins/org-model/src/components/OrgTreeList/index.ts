export { OrgTreeList, type OrgTreeListProps } from './OrgTreeList';
