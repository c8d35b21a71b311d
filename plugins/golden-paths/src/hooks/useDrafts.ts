import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Draft, readDrafts, withDraft, withoutDraft } from '../lib/drafts';

const key = 'drafts';

/** The reader's drafts, on every device, with what keeps and discards one. */
export function useDrafts() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket('golden-paths'), [storage]);
  const [stored, setStored] = useState<unknown>(
    () => bucket.snapshot(key).value,
  );

  useEffect(() => {
    const subscription = bucket
      .observe$(key)
      .subscribe(({ value }) => setStored(value));
    return () => subscription.unsubscribe();
  }, [bucket]);

  const change = useCallback(
    (work: (drafts: Draft[]) => Draft[]) =>
      // What the bucket holds now, since another form may have written meanwhile.
      bucket.set(key, work(readDrafts(bucket.snapshot(key).value)) as never),
    [bucket],
  );
  const keep = useCallback(
    (draft: Draft) => change(drafts => withDraft(drafts, draft)),
    [change],
  );
  const discard = useCallback(
    (template: string) => change(drafts => withoutDraft(drafts, template)),
    [change],
  );
  return { drafts: useMemo(() => readDrafts(stored), [stored]), keep, discard };
}
