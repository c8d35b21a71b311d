export { useCommand, type CommandWords } from './useCommand';
