export {
  StatusMark,
  statusWords,
  type Status,
  type StatusMarkProps,
} from './StatusMark';
