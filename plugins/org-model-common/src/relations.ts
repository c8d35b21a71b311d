/** From a group to a group that it depends on, apart from software dependencies. */
export const RELATION_TEAM_DEPENDS_ON = 'teamDependsOn';
/** The other direction of {@link RELATION_TEAM_DEPENDS_ON}. */
export const RELATION_TEAM_DEPENDENCY_OF = 'teamDependencyOf';
/** From a User to a Group that they lead. */
export const RELATION_LEADER_OF = 'leaderOf';
/** From a Group to the User who leads it. */
export const RELATION_LED_BY = 'ledBy';
