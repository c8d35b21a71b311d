export { VersionMark } from './VersionMark';
