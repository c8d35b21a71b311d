export { StatusMark, type Status, type StatusMarkProps } from './StatusMark';
