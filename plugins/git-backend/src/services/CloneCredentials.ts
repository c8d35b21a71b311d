import { AuthenticationError } from '@backstage/errors';
import { PersonalTokens } from '@squadron/backend-kit';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type { Knex } from 'knex';

/** What people clone with: each credential belongs to one person, and ends with them. */
export class CloneCredentials extends PersonalTokens {
  readonly #orgModel: Pick<OrgModelService, 'tree'>;

  constructor(options: {
    knex: Knex;
    orgModel: Pick<OrgModelService, 'tree'>;
    now: () => Date;
  }) {
    super({
      ...options,
      table: { name: 'git_credentials', extra: {} },
      noun: 'git credential',
      most: 20,
    });
    this.#orgModel = options.orgModel;
  }

  /**
   * The person behind a token, while they are in the tree.
   *
   * @throws `AuthenticationError` that says where to get a token
   */
  async open(token: string | undefined): Promise<string> {
    const found = token ? await this.find(token) : undefined;
    const tree = await this.#orgModel.tree();
    if (!found || !tree.person(found.userRef)) {
      throw new AuthenticationError(
        'The portal asks for a git credential as the password: the page "Git" of the portal’s handbook says how to make one',
      );
    }
    await this.used(found);
    return found.userRef;
  }
}
