import type { StorageApi } from '@backstage/frontend-plugin-api';
import { act, screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { renderPaths, setupPortal } from '../../__testUtils__/portal';
import { DraftStore } from '../../lib/DraftStore';
import { FormDraft, useDraftId } from './FormDraft';

setupPortal();

/** A storage that never says what it holds. */
const silent: StorageApi = {
  forBucket: () => silent,
  snapshot: key => ({ key, presence: 'unknown', value: undefined }),
  observe$: () => ({
    subscribe: () => ({ unsubscribe: () => {}, closed: false }),
    [Symbol.observable]() {
      return this;
    },
  }),
  set: async () => {},
  remove: async () => {},
};

function Told() {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  return (
    <dl aria-label="Told">
      <dd>{`draft ${useDraftId()}`}</dd>
      <dd>{`address ${params.get('draft')}`}</dd>
      <dd>{`values ${params.get('formData')}`}</dd>
    </dl>
  );
}

describe('a form whose draft cannot be read in time', () => {
  beforeEach(() => jest.useFakeTimers({ advanceTimers: true }));
  afterEach(() => jest.useRealTimers());

  it('begins as another draft, so that it writes nothing over the one it does not know', async () => {
    const formData = encodeURIComponent('{"name":"older"}');
    renderPaths(
      <FormDraft>
        <Told />
      </FormDraft>,
      {
        path: `/create/templates/default/node-service?draft=the-first&formData=${formData}`,
        drafts: new DraftStore(silent),
      },
    );
    expect(await screen.findByText('Reading the draft')).toBeInTheDocument();
    act(() => jest.advanceTimersByTime(3_000));
    const told = await screen.findByLabelText('Told');
    const [draft, address, values] =
      told.textContent!.split(/(?=address|values)/);
    expect(values).toBe('values {"name":"older"}');
    expect(draft).not.toContain('the-first');
    expect(draft.replace('draft ', '')).toBe(address.replace('address ', ''));
  });
});
