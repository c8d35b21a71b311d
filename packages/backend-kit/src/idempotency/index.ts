export {
  createIdempotencyTable,
  dropIdempotencyTable,
} from './DatabaseIdempotencyStore';
export { IdempotencyKeys, type IdempotentRequest } from './IdempotencyKeys';
