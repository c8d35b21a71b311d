import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type CommitInfo, authorOf } from '@squadron/plugin-git-node';

/** Whose commits the caller's are: a person's, or the portal's own. */
export async function findAuthor(
  credentials: BackstageCredentials,
  options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
  },
): Promise<CommitInfo['author']> {
  const { auth, catalog } = options;
  if (!auth.isPrincipal(credentials, 'user')) return authorOf(undefined);
  const ref = credentials.principal.userEntityRef;
  const entity = await catalog.getEntityByRef(ref, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  return authorOf({ ref, entity: entity as UserEntity | undefined });
}
