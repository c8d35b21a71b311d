export { CadencesCard } from './CadencesCard';
