export * from './createContractRouter';
export { contractToOpenApi } from './openapi';
export { PreparedAnswer } from './PreparedAnswer';
