export * from './DataTable';
export * from './Drawer';
export * from './KeyFigure';
export * from './PageHeader';
export * from './States';
export * from './StatusMark';
