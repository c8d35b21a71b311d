import { mockApis } from '@backstage/frontend-test-utils';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import { DraftStore } from './DraftStore';
import type { Draft } from './drafts';
import { forgetSent } from './forgetSent';

const template = 'template:default/node-service';
const sent = { templateRef: template, values: { name: 'shop' } };

async function open(
  scaffold: ScaffolderApi['scaffold'],
  ...draftOfForm: [(() => string | null)?]
) {
  const drafts = new DraftStore(mockApis.storage());
  for (const id of ['1', '2']) {
    const savedAt = `2026-01-0${id}`;
    await drafts.keep({ id, template, values: { name: 'shop' }, savedAt });
  }
  const client = forgetSent(
    { scaffold } as ScaffolderApi,
    drafts,
    ...draftOfForm,
  );
  const kept = async () => {
    // Waits for what was changed before.
    await drafts.discard('none');
    const all = await new Promise<Draft[]>(resolve => drafts.follow(resolve));
    return all.map(({ id }) => id).sort();
  };
  return { client, kept };
}

const made = async () => ({ taskId: 't-1' });

describe('a form that is sent', () => {
  it('is no draft any more, and the other of the same name stays', async () => {
    const { client, kept } = await open(made, () => '1');
    expect(await client.scaffold(sent)).toEqual({ taskId: 't-1' });
    expect(await kept()).toEqual(['2']);
  });

  it('is told by its address', async () => {
    window.history.replaceState(null, '', '/create/templates/x?draft=2');
    const { client, kept } = await open(async () => {
      window.history.replaceState(null, '', '/');
      return made();
    });
    await client.scaffold(sent);
    expect(await kept()).toEqual(['1']);
  });

  it('takes no draft with it when it is none', async () => {
    const { client, kept } = await open(made, () => null);
    await client.scaffold(sent);
    expect(await kept()).toEqual(['1', '2']);
  });

  it('stays one when there is no task', async () => {
    const refused = async () => {
      throw new Error('refused');
    };
    const { client, kept } = await open(refused, () => '1');
    await expect(client.scaffold(sent)).rejects.toThrow('refused');
    expect(await kept()).toEqual(['1', '2']);
  });
});
