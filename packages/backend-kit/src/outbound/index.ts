export {
  OutboundGuard,
  type OutboundAnswer,
  type OutboundGuardOptions,
  type OutboundRequest,
} from './OutboundGuard';
