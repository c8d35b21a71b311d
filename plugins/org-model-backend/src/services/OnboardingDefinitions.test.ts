import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { loadChecklists } from '@squadron/plugin-org-model-node';
import { OnboardingDefinitions } from './OnboardingDefinitions';

const good = (title: string) =>
  `id: all\ntitle: ${title}\nfor: [everyone]\nday: []\n`;

describe('OnboardingDefinitions', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  let time = 0;
  const now = () => new Date(time);
  const create = () =>
    new OnboardingDefinitions({
      load: () => loadChecklists({ directory: directory.path }),
      logger,
      now,
    });
  const save = (text: string) => {
    directory.setContent({ 'all.yaml': text });
    time += 2_001;
  };
  const titles = async (definitions: OnboardingDefinitions) =>
    (await definitions.checklists()).map(({ title }) => title);

  beforeEach(() => jest.clearAllMocks());

  it('follows the files, and keeps the last good ones while they are bad', async () => {
    save(good('First'));
    const definitions = create();
    expect(await titles(definitions)).toEqual(['First']);
    save('id: all\ntitle: 7\n');
    expect(await titles(definitions)).toEqual(['First']);
    expect(await definitions.status()).toMatchObject({
      status: 'stale',
      problems: [
        { file: 'all.yaml', line: 1, message: '"for" is missing' },
        { file: 'all.yaml', line: 2 },
      ],
    });
    save(good('Second'));
    expect(await titles(definitions)).toEqual(['Second']);
    expect(await definitions.status()).toMatchObject({ status: 'ok' });
  });

  it('says each fault once in the log', async () => {
    save('id: all\ntitle: 7\nfor: [sre]\n');
    const definitions = create();
    await definitions.status();
    time += 2_001;
    await definitions.status();
    expect(logger.error.mock.calls.map(([text]) => text)).toEqual([
      'Onboarding files: all.yaml:2:8 error "title" must be text, and here is a number — put it in quotes: "7"',
      expect.stringContaining('stay as they last were good'),
    ]);
  });

  it('says where the fault is when there never was a good file', async () => {
    save('id: all\ntitle: 7\nfor: [sre]\n');
    await expect(create().checklists()).rejects.toThrow(
      'The checklists could not be read yet: all.yaml:2:8 error',
    );
  });

  it('reads the files once for requests that come together', async () => {
    const load = jest.fn(async () => ({ checklists: [], problems: [] }));
    const definitions = new OnboardingDefinitions({ load, logger, now });
    await Promise.all([definitions.checklists(), definitions.status()]);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
