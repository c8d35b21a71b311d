import { InputError } from '@backstage/errors';
import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { Feed, toCalendar } from '@squadron/plugin-org-model-common';
import { PreparedAnswer } from '@squadron/backend-kit';
import { describeCalendar } from '../domain/calendar';
import type { OrgIndex } from '../domain/OrgIndex';
import { describeRhythm } from '../domain/rhythm';
import type { FeedService, StoredFeed } from '../services/FeedService';
import { IndexCache } from '../services/IndexCache';
import { toDay } from '../services/SnapshotQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { findGroup, findGroups, personOf } from './lookup';
import type { OrgModelHandlers } from './types';

const mostDays = 800;

function checkPeriod(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (!(days >= 0 && days <= mostDays)) {
    throw new InputError(
      `A period has at most ${mostDays} days and \`to\` is not before \`from\`: shorten it or turn it round`,
    );
  }
}

function toFeed({ tree }: OrgIndex, feed: StoredFeed): Feed {
  const { groupRef } = feed.extra;
  return {
    id: feed.id,
    group: groupRef,
    groupTitle: tree.get(groupRef)?.title ?? groupRef,
    label: feed.label,
    createdAt: feed.createdAt.toISOString(),
    lastUsedAt: feed.lastUsedAt?.toISOString(),
  };
}

/** Routes about when things take place. */
export function rhythmRoutes(options: {
  index: TreeIndex;
  feeds: FeedService;
  discovery: DiscoveryService;
  now: () => Date;
}): Pick<
  OrgModelHandlers,
  'rhythm' | 'listFeeds' | 'createFeed' | 'revokeFeed' | 'calendar'
> {
  const { feeds } = options;
  // By group and day: any number of feeds of a group share them.
  const events = new IndexCache<string>({ most: 64 });
  return {
    async rhythm({ query }) {
      checkPeriod(query.from, query.to);
      const index = await options.index.get();
      return describeRhythm(index, {
        ...query,
        groups: findGroups(index, query.group),
      });
    },
    async listFeeds({ credentials }) {
      const index = await options.index.get();
      const own = await feeds.listOf(personOf(credentials));
      return { items: own.map(feed => toFeed(index, feed)) };
    },
    async createFeed({ credentials, body, audit }) {
      const index = await options.index.get();
      const person = personOf(credentials);
      const group = findGroup(index, body.group);
      const { made, token } = await feeds.create(person, group, body.label);
      audit({ group, feed: made.id });
      const baseUrl = await options.discovery.getExternalBaseUrl('org-model');
      return {
        ...toFeed(index, made),
        url: `${baseUrl}/calendar/${token}.ics`,
      };
    },
    async revokeFeed({ credentials, params }) {
      await feeds.revoke(personOf(credentials), params.id);
    },
    async calendar({ params }) {
      const feed = await feeds.open(params.token);
      const index = await options.index.get();
      const now = options.now();
      const { groupRef } = feed.extra;
      const key = `${groupRef} ${toDay(now)}`;
      const known = events.get(index, key, () =>
        describeCalendar(index, groupRef, now),
      );
      return PreparedAnswer.ofText(
        toCalendar(feed.label, known),
        'text/calendar',
      );
    },
  };
}
