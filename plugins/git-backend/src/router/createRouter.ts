import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type CallerCredentials,
  type ContractAuthorization,
  type ContractHandlers,
  type PersonalToken,
  createContractRouter,
} from '@squadron/backend-kit';
import {
  type GitCredential,
  gitContract,
  gitCredentialManagePermission,
  gitReadPermission,
} from '@squadron/plugin-git-common';
import type { GitService } from '@squadron/plugin-git-node';
import type { CloneCredentials } from '../services/CloneCredentials';
import { repositoryRoutes } from './repositoryRoutes';

const authorization: ContractAuthorization<typeof gitContract> = {
  repositories: gitReadPermission,
  repository: gitReadPermission,
  tree: gitReadPermission,
  file: gitReadPermission,
  commits: gitReadPermission,
  listCredentials: gitReadPermission,
  createCredential: gitCredentialManagePermission,
  revokeCredential: gitCredentialManagePermission,
};

export interface RouterOptions {
  git: GitService | undefined;
  credentials: CloneCredentials;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API, without what `git clone` asks for. */
export function createRouter(options: RouterOptions) {
  return createContractRouter(gitContract, {
    ...options,
    handlers: handlersOf(options),
    authorization,
  });
}

function handlersOf({
  git,
  credentials: tokens,
}: RouterOptions): ContractHandlers<typeof gitContract> {
  return {
    ...repositoryRoutes(git),
    async listCredentials({ credentials }) {
      const own = await tokens.listOf(personOf(credentials));
      return { items: own.map(toCredential) };
    },
    async createCredential({ credentials, body, audit }) {
      const person = personOf(credentials);
      const { made, token } = await tokens.create(person, body.label, {});
      audit({ credential: made.id });
      return { ...toCredential(made), token };
    },
    async revokeCredential({ credentials, params }) {
      await tokens.revoke(personOf(credentials), params.id);
    },
  };
}

function toCredential({
  id,
  label,
  createdAt,
  lastUsedAt,
}: PersonalToken): GitCredential {
  return {
    id,
    label,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
  };
}

function personOf({ principal }: CallerCredentials): string {
  if (principal.type === 'user') return principal.userEntityRef;
  throw new NotAllowedError('Git credentials belong to people: sign in as one');
}
