import { mockApis } from '@backstage/frontend-test-utils';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import { DraftStore } from './DraftStore';
import { forgetSent } from './forgetSent';

const template = 'template:default/node-service';
const sent = { templateRef: template, values: { name: 'shop' } };

async function open(scaffold: ScaffolderApi['scaffold']) {
  const drafts = new DraftStore(mockApis.storage());
  await drafts.keep({
    id: '1',
    template,
    values: { name: 'shop' },
    savedAt: '2026-01-01',
  });
  const client = forgetSent({ scaffold } as ScaffolderApi, drafts);
  const kept = async () => {
    // Waits for what was changed before.
    await drafts.discard('none');
    let count = 0;
    drafts.follow(all => (count = all.length))();
    return count;
  };
  return { client, kept };
}

describe('a form that is sent', () => {
  it('is no draft any more', async () => {
    const { client, kept } = await open(async () => ({ taskId: 't-1' }));
    expect(await client.scaffold(sent)).toEqual({ taskId: 't-1' });
    expect(await kept()).toBe(0);
  });

  it('stays one when there is no task', async () => {
    const { client, kept } = await open(async () => {
      throw new Error('refused');
    });
    await expect(client.scaffold(sent)).rejects.toThrow('refused');
    expect(await kept()).toBe(1);
  });
});
