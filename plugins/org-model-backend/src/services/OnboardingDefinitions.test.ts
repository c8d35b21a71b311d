import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { loadChecklists } from '@squadron/plugin-org-model-node';
import { OnboardingDefinitions } from './OnboardingDefinitions';

describe('OnboardingDefinitions', () => {
  const directory = createMockDirectory();
  const create = (text: string) => {
    directory.setContent({ 'all.yaml': text });
    return new OnboardingDefinitions({
      load: () => loadChecklists({ directory: directory.path }),
      logger: mockServices.logger.mock(),
      now: () => new Date(0),
    });
  };

  it('reads the files of a folder', async () => {
    const definitions = create(
      'id: all\ntitle: First\nfor: [everyone]\nday: []\n',
    );
    const checklists = await definitions.get();
    expect(checklists.map(({ title }) => title)).toEqual(['First']);
    expect(await definitions.status()).toMatchObject({ status: 'ok' });
  });

  it('says where the fault is when there never was a good file', async () => {
    await expect(
      create('id: all\ntitle: 7\nfor: [sre]\n').get(),
    ).rejects.toThrow(
      'The checklists could not be read yet: all.yaml:2:8 error',
    );
  });
});
