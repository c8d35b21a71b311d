export { type Answers, clientOf, refusal, setupBackend } from './backend';
export { renderPart } from './renderPart';
