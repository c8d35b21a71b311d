import { useApi } from '@backstage/frontend-plugin-api';
import type { SampleImport } from '@squadron/plugin-scorecards-common';
import { useSearchParam } from '@squadron/ui';
import { useCallback, useEffect, useState } from 'react';
import { ScorecardsApi, scorecardsApiRef } from '../../api/scorecardsApi';
import { partsOf } from './lib/partsOf';

/** Below the contract's 4 MB also where each character takes several bytes. */
const partLength = 1_000_000;
const pollMs = 700;

const working: readonly SampleImport['state'][] = ['checking', 'importing'];

/** What is going on with a file. */
export interface ImportState {
  /** Bytes sent of those to send, while it is being sent. */
  sent?: { bytes: number; of: number };
  value?: SampleImport;
  error?: Error;
  send: (file: File) => Promise<void>;
  run: () => Promise<void>;
  cancel: () => Promise<void>;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function upload(
  api: ScorecardsApi,
  file: File,
  onSent: (bytes: number) => void,
): Promise<SampleImport> {
  const { id } = await api.startImport({ body: { name: file.name } });
  let part = 0;
  let characters = 0;
  for await (const text of partsOf(file, partLength)) {
    await api.uploadPart({ params: { id, part }, body: { text } });
    part += 1;
    characters += text.length;
    onSent(Math.min(characters, file.size));
  }
  return api.checkImport({ params: { id } });
}

/** Sends a file, follows how it is checked and taken over; a reload of the page goes on where it was. */
export function useImport(): ImportState {
  const api = useApi(scorecardsApiRef);
  const [id, setId] = useSearchParam('import');
  const [sent, setSent] = useState<ImportState['sent']>();
  const [value, setValue] = useState<SampleImport>();
  const [error, setError] = useState<Error>();
  const [lost, setLost] = useState(0);

  const attempt = useCallback(async (work: () => Promise<SampleImport>) => {
    setError(undefined);
    try {
      const next = await work();
      setValue(next);
      return next;
    } catch (failed) {
      setError(asError(failed));
      return undefined;
    }
  }, []);

  useEffect(() => {
    if (!id) return undefined;
    if (value?.id === id && !working.includes(value.state)) return undefined;
    const isKnown = value?.id === id;
    const timer = setTimeout(
      async () => {
        const next = await attempt(() => api.import({ params: { id } }));
        // The work goes on, whether or not an answer about it is lost.
        if (!next && isKnown) setLost(count => count + 1);
      },
      isKnown ? pollMs : 0,
    );
    return () => clearTimeout(timer);
  }, [api, attempt, id, value, lost]);

  return {
    sent,
    value: value?.id === id ? value : undefined,
    error,
    send: async file => {
      setSent({ bytes: 0, of: file.size });
      const next = await attempt(() =>
        upload(api, file, bytes => setSent({ bytes, of: file.size })),
      );
      setSent(undefined);
      if (next) setId(next.id);
    },
    run: async () => {
      await attempt(() => api.runImport({ params: { id } }));
    },
    cancel: async () => {
      if (id) await api.cancelImport({ params: { id } }).catch(() => undefined);
      setValue(undefined);
      setId('');
    },
  };
}
