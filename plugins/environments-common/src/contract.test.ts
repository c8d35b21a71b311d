import fc from 'fast-check';
import { environmentsContract } from './contract';
import {
  RESOURCE_TYPE_ENVIRONMENT,
  environmentsPermissions,
} from './permissions';

const { createEnvironment, extendEnvironment, createKubeconfig } =
  environmentsContract.routes;

describe('the contract of environments', () => {
  const isName = (component: string) =>
    createEnvironment.body.safeParse({ component, owner: 'a' }).success;

  it('takes names of components that make a label of Kubernetes with `dev-` in front', () => {
    const letters = fc.constantFrom(...'abz019-');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), name => {
        const fits =
          /^[a-z0-9]/.test(name) && /[a-z0-9]$/.test(name) && name.length <= 53;
        expect(isName(name)).toBe(fits);
      }),
    );
  });

  it.each(['Shop', 'a_b', 'a.b', 'a/b', '', 'ä'])('refuses "%s"', name => {
    expect(isName(name)).toBe(false);
  });

  it('extends by one hour to three days, and by three days when nothing is said', () => {
    const hours = (value?: number) =>
      extendEnvironment.body.safeParse({ hours: value }).data?.hours;
    expect([undefined, 1, 72].map(hours)).toEqual([72, 1, 72]);
    expect([0, 73, 1.5].map(hours)).toEqual([undefined, undefined, undefined]);
  });

  it('opens the way in for no less than a cluster can, and no longer than a day of work', () => {
    const minutes = (value?: number) =>
      createKubeconfig.body.safeParse({ minutes: value }).data?.minutes;
    expect([undefined, 10, 480].map(minutes)).toEqual([60, 10, 480]);
    expect([9, 481].map(minutes)).toEqual([undefined, undefined]);
  });
});

describe('the permissions of environments', () => {
  it('are about the environments of a group, but for reading', () => {
    const others = environmentsPermissions.filter(
      permission =>
        permission.type !== 'resource' ||
        permission.resourceType !== RESOURCE_TYPE_ENVIRONMENT,
    );
    expect(others.map(({ name }) => name)).toEqual(['environments.read']);
  });
});
