export { DefinitionsBanner } from './DefinitionsBanner';
