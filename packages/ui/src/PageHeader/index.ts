export {
  Page,
  PageHeader,
  type PageBreadcrumb,
  type PageHeaderProps,
  type PageTab,
} from './PageHeader';
