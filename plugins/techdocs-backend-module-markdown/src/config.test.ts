import { mockServices } from '@backstage/backend-test-utils';
import { readMarkdownConfig } from './config';

const read = (techdocs: object) =>
  readMarkdownConfig(mockServices.rootConfig({ data: { techdocs } }));

describe('readMarkdownConfig', () => {
  it('builds in Node into the database, every five minutes, unless told otherwise', () => {
    expect(read({})).toEqual({
      generator: 'markdown',
      publisher: 'database',
      schedule: {
        scope: 'global',
        initialDelay: { seconds: 10 },
        frequency: { minutes: 5 },
        timeout: { minutes: 30 },
      },
    });
  });

  it('takes what is written', () => {
    const schedule = {
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { minutes: 1 },
    };
    const markdown = { generator: 'mkdocs', publisher: 'stock', schedule };
    expect(read({ markdown })).toMatchObject(markdown);
  });

  it('schedules nothing where documents are built elsewhere', () => {
    expect(read({ builder: 'external' })).not.toHaveProperty('schedule');
  });

  it.each([
    ['generator', 'write markdown or mkdocs'],
    ['publisher', 'write database or stock'],
  ])('refuses another %s', (name, message) => {
    expect(() => read({ markdown: { [name]: 'word' } })).toThrow(
      `techdocs.markdown.${name} is "word": ${message}`,
    );
  });
});
