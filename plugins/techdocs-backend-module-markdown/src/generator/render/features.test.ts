import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../__testUtils__/render';
import { RenderPool } from '../pool/RenderPool';

const pool = new RenderPool();
afterAll(() => pool.close());

const folder = join(__dirname, '../__fixtures__/features');
const features = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => name.replace('.md', ''));

it('covers what writers use', () => {
  expect(features.length).toBeGreaterThanOrEqual(45);
});

it.each(features)('renders %s', async feature => {
  const file = (extension: string) => join(folder, `${feature}.${extension}`);
  const source = readFileSync(file('md'), 'utf8');

  const { html } = await pageOf(pool, source, 'guide/page.md');

  // A person reads what this writes before it is kept.
  if (process.env.UPDATE_FIXTURES) writeFileSync(file('html'), `${html}\n`);
  expect(`${html}\n`).toBe(readFileSync(file('html'), 'utf8'));
});
