import type {
  GroupRecord,
  OrgTree,
  PersonRecord,
} from '@squadron/plugin-org-model-common';

/** Which tree is asked: the one of now, or of the end of a past day. */
export interface TreeRequest {
  /** `YYYY-MM-DD`, UTC. */
  asOf?: string;
}

/**
 * The tree of the organization, for every plugin that rolls up along it.
 *
 * Groups are named as people write them: `squad-b-1`, `group:default/squad-b-1`, or the System or
 * Domain of the same name. A group that the tree does not have is answered with nothing.
 */
export interface OrgModelService {
  /**
   * The whole tree, asked again after 15 seconds. When there is no answer, the known one is used for
   * five minutes more. Ask several questions of one tree rather than this service several times.
   *
   * @throws NotFoundError when nothing is known of the tree as of that day
   */
  tree(request?: TreeRequest): Promise<OrgTree>;
  /** The groups above, nearest first. */
  ancestors(group: string, request?: TreeRequest): Promise<GroupRecord[]>;
  /** Everything below, parents before children. */
  descendants(group: string, request?: TreeRequest): Promise<GroupRecord[]>;
  /**
   * Who leads the group and the groups above it, nearest first, without the requester: a request
   * for approval goes to the first.
   */
  leads(
    group: string,
    request?: TreeRequest & { requester?: string },
  ): Promise<PersonRecord[]>;
  /** The people in the group, and with `recursive` also of everything below, each once. */
  members(
    group: string,
    request?: TreeRequest & { recursive?: boolean },
  ): Promise<PersonRecord[]>;
}
