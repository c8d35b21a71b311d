import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { renderPaths, setupPortal, template } from '../../__testUtils__/portal';
import { VersionMark } from './VersionMark';

setupPortal();

const made = (name: string, annotations?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});
const from = (path: string, version: string) => ({
  'golden-paths.squadron/template': `template:default/${path}`,
  'golden-paths.squadron/version': version,
});
const rows = [
  made('behind', from('node-service', '1.0.0')),
  made('current', from('node-service', '1.2.0')),
  made('orphan', from('gone', '1.0.0')),
  made('silent', from('node-service', '')),
  made('other'),
];

describe('the marks of versions in a table', () => {
  it('say what is outdated, with one request for all', async () => {
    const catalog = catalogApiMock({
      entities: [template('node-service', 'Node', { version: '1.2.0' })],
    });
    const query = jest.spyOn(catalog, 'queryEntities');
    renderPaths(
      <ul>
        {rows.map(entity => (
          <li key={entity.metadata.name} aria-label={entity.metadata.name}>
            <VersionMark entity={entity} />
          </li>
        ))}
      </ul>,
      { catalog },
    );
    const markOf = (name: string) =>
      within(screen.getByRole('listitem', { name }));
    await screen.findByText('Outdated: 1.0.0 → 1.2.0');
    expect(markOf('behind').getByText(/Outdated/)).toBeVisible();
    expect(markOf('current').getByText('1.2.0, up to date')).toBeVisible();
    expect(
      markOf('orphan').getByText('no longer in the catalog'),
    ).toBeVisible();
    expect(markOf('silent').getByText('version unknown')).toBeVisible();
    expect(
      screen.getByRole('listitem', { name: 'other' }),
    ).toBeEmptyDOMElement();
    expect(query).toHaveBeenCalledTimes(1);
  });
});
