export { RhythmPage, type RhythmPageProps } from './RhythmPage';
