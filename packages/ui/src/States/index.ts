export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorState, type ErrorStateProps } from './ErrorState';
export { errorText } from './errorText';
export { LoadingState, type LoadingStateProps } from './LoadingState';
