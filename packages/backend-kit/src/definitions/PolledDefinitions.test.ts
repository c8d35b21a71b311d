import { mockServices } from '@backstage/backend-test-utils';
import { PolledDefinitions } from './PolledDefinitions';
import type { DefinitionProblem } from './problems';

describe('PolledDefinitions', () => {
  const logger = mockServices.logger.mock();
  const bad: DefinitionProblem = {
    severity: 'error',
    file: 'rules.yaml',
    message: 'Nobody owns it',
  };
  let time = 0;
  let files: { value: string[]; problems: DefinitionProblem[] };
  const load = jest.fn(async () => files);
  const create = () =>
    new PolledDefinitions({
      load,
      content: 'rules',
      files: 'rule files',
      logger,
      now: () => new Date(time),
    });
  const save = (value: string[], problems: DefinitionProblem[] = []) => {
    files = { value, problems };
    time += 2_001;
  };

  beforeEach(() => {
    jest.clearAllMocks();
    save(['first']);
  });

  it('follows the files, and keeps the last good ones while they are bad', async () => {
    const definitions = create();
    expect(await definitions.get()).toEqual(['first']);
    save([], [bad]);
    expect(await definitions.get()).toEqual(['first']);
    expect(await definitions.status()).toMatchObject({
      status: 'stale',
      problems: [bad],
    });
    save(['second']);
    expect(await definitions.get()).toEqual(['second']);
    expect(await definitions.status()).toMatchObject({ status: 'ok' });
  });

  it('says each fault once in the log', async () => {
    const definitions = create();
    for (let read = 0; read < 2; read++) {
      save([], [bad]);
      await definitions.status();
    }
    expect(logger.error.mock.calls.map(([text]) => text)).toEqual([
      'In the rule files: rules.yaml error Nobody owns it',
      'The rule files are not taken over: the rules stay as they last were good until they are put right',
    ]);
  });

  it('reads the files once for requests that come together', async () => {
    const definitions = create();
    await Promise.all([definitions.get(), definitions.status()]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says where the fault is when there never was a good file', async () => {
    save([], [bad]);
    await expect(create().get()).rejects.toThrow(
      'The rules could not be read yet: rules.yaml',
    );
  });
});
