export { MyGroups } from './MyGroups';
export { NeedsMe } from './NeedsMe';
export { PeopleToMeet } from './PeopleToMeet';
