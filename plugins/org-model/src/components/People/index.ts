export { PeopleCard } from './PeopleCard';
export { PeopleContent } from './PeopleContent';
export { PersonCard } from './PersonCard';
