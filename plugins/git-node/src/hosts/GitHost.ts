import type { GitAccess } from '../remotes';

/** Who may read a new repository. */
export type Visibility = 'private' | 'internal' | 'public';

/** A pull request of GitHub, or a merge request of GitLab. */
export interface MergeRequest {
  /** The branch that has the changes. */
  from: string;
  /** The branch that is to take them. */
  into: string;
  title: string;
  /** In Markdown. */
  text: string;
}

/** The GitHub or GitLab that golden paths publish to, for one organization, user or group there. */
export interface GitHost {
  readonly kind: 'github' | 'gitlab';
  /** Of new repositories. */
  readonly visibility: Visibility;
  /** As the scaffolder's own actions take it: `github.com?owner=acme&repo=shop`. */
  repoUrl(name: string): string;
  /** The file by which a repository says what it holds, as the catalog reads it. */
  definition(name: string): string;
  /** Address of a repository for people. */
  page(name: string): string;
  /** The repository of this owner that this address of a file is the definition of; nothing for any other address. */
  definedBy(address: string): string | undefined;
  /**
   * Whether the owner has a repository of this name.
   *
   * @throws `ServiceUnavailableError` when the host does not tell, or refuses the portal's token
   */
  has(name: string): Promise<boolean>;
  /**
   * What git needs to fetch and push over HTTP. The password is for the environment of a program alone: in an
   * argument, an address or a log others could read it.
   *
   * @throws `ServiceUnavailableError` when the host gives the portal no token
   */
  access(name: string): Promise<GitAccess>;
  /** The page of the request to merge these branches that is open; nothing where there is none. */
  findMerge(
    name: string,
    branches: Pick<MergeRequest, 'from' | 'into'>,
  ): Promise<{ url: string } | undefined>;
  /**
   * Asks for a merge, or answers the request of the same branches that is open.
   *
   * @returns its page, for people
   * @throws `InputError` with what the host says against it, such as that the branches are equal
   */
  requestMerge(name: string, request: MergeRequest): Promise<{ url: string }>;
}
