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

/** A group of people on a host. */
export interface HostTeam {
  /** As its host calls it, such as acme/squad-b-1. */
  name: string;
  /** Lets it administer a repository. Again it does no harm. */
  admit(repository: string): Promise<void>;
}

/** The GitHub or GitLab that golden paths publish to, for one organization or group there. */
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
   * Whether nobody can change a repository any more; nothing when the owner has none of this name.
   *
   * @throws `ServiceUnavailableError` as {@link has}
   */
  isArchived(name: string): Promise<boolean | undefined>;
  /**
   * Lets nobody change a repository that is not archived; whoever administers it there can undo that.
   *
   * @throws `HostRefusal` when the portal has no right to
   */
  archive(name: string): Promise<void>;
  /** @throws `InputError` when the owner is no organization of GitHub, or no group of GitLab */
  checkOwner(): Promise<void>;
  /**
   * The team of the owner that a group of the catalog is, by its annotation `github.com/team-slug`; nothing for a
   * group without one of this owner. On GitLab the members of the owner have their rights in all of its repositories.
   *
   * @throws `InputError` when the owner has no such team
   */
  findTeam(
    annotations: Readonly<Record<string, string>>,
  ): Promise<HostTeam | undefined>;
  /**
   * Lets `main` change by requests to merge alone. Again it does no harm.
   *
   * @throws `NotImplementedError` when the plan of the owner does not offer it
   */
  protect(name: string): Promise<void>;
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
