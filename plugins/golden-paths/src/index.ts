export { Gallery } from './components/Gallery';
export { default } from './plugin';
