import { branchOf, mergeRequestOf } from './mergeRequest';

const version = { templateTitle: 'Node service', from: '1.0.0', to: '1.1.0' };

describe('the request to merge a version', () => {
  it('has a branch for each version, also with build metadata', () => {
    expect(branchOf(version)).toBe('golden-path-1.1.0');
    expect(branchOf({ to: '2.0.0-rc.1+build.5' })).toBe(
      'golden-path-2.0.0-rc.1-build.5',
    );
  });

  it('says what it brings and how it is merged', () => {
    const { title, text } = mergeRequestOf(version, []);
    expect(title).toBe('Update from Node service 1.1.0');
    expect(text).toContain('Node service since version 1.0.0 up to');
    expect(text).toContain('with a merge commit');
    expect(text).not.toContain('Settle');
  });

  it('names the files that people have to settle', () => {
    const { text } = mergeRequestOf(version, ['README.md', 'ci.yaml']);
    expect(text).toContain('Settle them');
    expect(text).toContain('\n- `README.md`\n- `ci.yaml`\n');
  });
});
