export { FirstWeeks } from './FirstWeeks';
export { NewPeople } from './NewPeople';
export { OnboardingPage } from './OnboardingPage';
