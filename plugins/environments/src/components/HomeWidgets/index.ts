export { AboutToEnd } from './AboutToEnd';
