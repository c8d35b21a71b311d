import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fc from 'fast-check';
import { parse } from 'yaml';
import { checkTags, tagPolicySchema } from './tagPolicy';

const groups = new Set(['squad-b-1', 'squad-b-2', 'company']);
const policy = tagPolicySchema.parse({
  tags: [
    { key: 'owner', title: 'Owner', text: 'The group', group: true },
    {
      key: 'cost-center',
      title: 'Cost center',
      text: 'Whose budget pays',
      pattern: '^cc-[a-z0-9]+$',
      example: 'cc-1b',
    },
    {
      key: 'environment',
      title: 'Environment',
      text: 'Where it runs',
      values: ['dev', 'staging', 'production'],
    },
  ],
});
const good = { owner: 'squad-b-1', 'cost-center': 'cc-1b', environment: 'dev' };
const faultsOf = (tags: Record<string, string>) =>
  checkTags(policy, tags, groups).map(({ message }) => message);

describe('checkTags', () => {
  it('has nothing to say of tags that follow the policy, and of others beside them', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, colour: 'blue' })).toEqual([]);
  });

  it('says what is missing and what it is for', () => {
    expect(faultsOf({})).toEqual([
      'The tag "owner" is missing: The group',
      'The tag "cost-center" is missing: Whose budget pays; such as cc-1b',
      'The tag "environment" is missing: Where it runs; one of dev, staging, production',
    ]);
    expect(faultsOf({ ...good, environment: '  ' })).toHaveLength(1);
  });

  it('asks whether a slip of the pen was meant', () => {
    expect(
      faultsOf({
        owner: 'squad-b1',
        'cost-centre': 'cc-1b',
        environment: 'prodution',
      }),
    ).toEqual([
      '"squad-b1" is no value of the tag "owner": did you mean "squad-b-1"?',
      'The tag "cost-center" is missing: did you mean it by "cost-centre"?',
      '"prodution" is no value of the tag "environment": did you mean "production"?',
    ]);
  });

  it('finds a fault for each key that lacks its value, whatever else there is', () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(good)),
        fc.dictionary(fc.string({ minLength: 20 }), fc.string()),
        (kept, others) => {
          const tags = Object.fromEntries(
            Object.entries(good).filter(([key]) => kept.includes(key)),
          );
          const found = checkTags(policy, { ...others, ...tags }, groups);
          expect(found.map(({ key }) => key).sort()).toEqual(
            Object.keys(good)
              .filter(key => !kept.includes(key))
              .sort(),
          );
        },
      ),
    );
  });
});

describe('tagPolicySchema', () => {
  it('takes the policy of the organization', async () => {
    const file = resolvePackagePath(
      '@squadron/plugin-scaffolder-backend-module-golden-paths',
      '../../catalog-info/costs/tag-policy.yaml',
    );
    const { tags } = tagPolicySchema.parse(parse(await readFile(file, 'utf8')));
    expect(tags.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['owner', 'cost-center']),
    );
    const unmatched = tags.filter(
      ({ pattern, example = '' }) =>
        pattern && !new RegExp(pattern, 'u').test(example),
    );
    expect(unmatched).toEqual([]);
  });

  it.each([
    [{ key: 'a b', title: 'T', text: 'x', group: true }],
    [{ key: 'owner', title: 'T', text: 'x' }],
    [{ key: 'owner', title: 'T', text: 'x', group: true, values: ['a'] }],
    [{ key: 'owner', title: 'T', text: 'x', pattern: '(' }],
  ])('refuses %j', tag => {
    expect(tagPolicySchema.safeParse({ tags: [tag] }).success).toBe(false);
  });
});
