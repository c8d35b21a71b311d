export { documentsModule } from './documentsModule';
