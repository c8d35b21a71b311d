export { createTokenTable, type PersonalToken } from './DatabaseTokenStore';
export { PersonalTokens } from './PersonalTokens';
