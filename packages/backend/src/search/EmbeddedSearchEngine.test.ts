import { mockServices } from '@backstage/backend-test-utils';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';
import { fill } from './__testUtils__/sampleIndex';

const types = ['software-catalog', 'techdocs'];

describe('EmbeddedSearchEngine', () => {
  it('resembles where nothing is found', async () => {
    const engine = new EmbeddedSearchEngine({
      logger: mockServices.logger.mock(),
    });
    await fill(engine);
    const { results } = await engine.query({ term: 'admisson', types });
    expect(results.map(({ document }) => document.title)).toEqual([
      'U-RE1 Admission Webhook',
    ]);
  });

  it('says that it is being filled', async () => {
    const engine = new EmbeddedSearchEngine({
      logger: mockServices.logger.mock(),
    });
    await expect(engine.query({ term: 'b-1', types })).rejects.toThrow(
      /being filled.*Try again/,
    );
  });
});
