import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { GitHost, Visibility } from './GitHost';
import { GithubHost } from './GithubHost';
import { GitlabHost } from './GitlabHost';

const key = 'squadron.git.publishTo';
const visibilities: readonly Visibility[] = ['private', 'internal', 'public'];
const part = '[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?';
const ownerPattern = { github: `^${part}$`, gitlab: `^${part}(?:/${part})*$` };

/**
 * Where golden paths publish to, by `squadron.git.publishTo`; nothing where that is not configured.
 *
 * @throws `InputError` that says what is missing, such as the token of the integration
 */
export function readGitHost(config: RootConfigService): GitHost | undefined {
  const own = config.getOptionalConfig(key);
  if (!own) return undefined;
  const host = own.getString('host');
  const owner = own.getString('owner');
  const visibility = readVisibility(
    own.getOptionalString('visibility') ?? 'private',
  );
  const integrations = ScmIntegrations.fromConfig(config);

  const github = integrations.github.byHost(host)?.config;
  if (github?.apiBaseUrl && (github.token || github.apps?.length)) {
    checkOwner('github', owner);
    return new GithubHost({
      integration: { ...github, apiBaseUrl: github.apiBaseUrl },
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      owner,
      visibility,
    });
  }
  const gitlab = integrations.gitlab.byHost(host)?.config;
  if (gitlab?.token) {
    checkOwner('gitlab', owner);
    return new GitlabHost({
      integration: { ...gitlab, token: gitlab.token },
      owner,
      visibility,
    });
  }
  throw new InputError(
    `${key}.host is ${host}, for which the portal has no token: configure \`integrations.github\` with a token or an app, or \`integrations.gitlab\` with a token`,
  );
}

function readVisibility(value: string): Visibility {
  const found = visibilities.find(each => each === value);
  if (found) return found;
  throw new InputError(
    `${key}.visibility is "${value}": use one of ${visibilities.join(', ')}`,
  );
}

function checkOwner(kind: GitHost['kind'], owner: string): void {
  if (new RegExp(ownerPattern[kind]).test(owner)) return;
  throw new InputError(
    kind === 'github'
      ? `${key}.owner is "${owner}": name one organization of GitHub`
      : `${key}.owner is "${owner}": give the path of a group of GitLab, such as acme/platform`,
  );
}
