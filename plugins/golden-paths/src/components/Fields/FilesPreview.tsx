import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Button } from '@backstage/ui';
import type { PreviewFile } from '@squadron/plugin-golden-paths-common';
import { LoadingState, StatusMark, errorText, useLoad } from '@squadron/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { goldenPathsApiRef } from '../../api/goldenPathsApi';
import styles from './Fields.module.css';
import { FileTree } from './FileTree';
import { templateOfAddress } from './templateOfAddress';
import { useKeptDraft } from './useKeptDraft';

const quietMs = 400;

/** A text once it has stayed the same for a moment. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}

function usePreview(template: string | undefined, text: string) {
  const api = useApi(goldenPathsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.preview(
        { body: { template: template ?? '', values: JSON.parse(text) } },
        { signal },
      ),
    [api, template, text],
  );
  return useLoad(template ? load : undefined);
}

function Files({ files }: { files: PreviewFile[] }) {
  const [path, setPath] = useState('README.md');
  const file = files.find(each => each.path === path) ?? files.at(0);
  return (
    <div className={styles.preview}>
      <FileTree files={files} selected={file?.path} onSelect={setPath} />
      {/* Read by keyboard too: a field takes the focus and scrolls. */}
      <textarea
        readOnly
        className={styles.file}
        aria-label={file && `Text of ${file.path}`}
        wrap="off"
        value={file?.text ?? 'This file is no text, or too long to be shown.'}
      />
    </div>
  );
}

/** The files that a golden path would write, before anything is made. */
export function FilesPreview(props: FieldExtensionComponentProps<null>) {
  const { formContext, schema, uiSchema } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const autofocus = uiSchema?.['ui:autofocus'];
  useEffect(() => {
    if (!autofocus) return;
    // A stock checkbox above it, which cannot take the focus by itself, is the first thing of the page.
    const first = heading.current?.closest('form')?.querySelector('input');
    (first ?? heading.current)?.focus();
  }, [autofocus]);
  const { pathname } = useLocation();
  const template = templateOfAddress(pathname);
  const values = formContext?.formData ?? {};
  useKeptDraft(values);
  const text = useQuiet(JSON.stringify(values));
  const { value, error, retry } = usePreview(template, text);
  return (
    <section aria-label={schema.title}>
      <h3 className={styles.title} ref={heading} tabIndex={-1}>
        {schema.title ?? 'What will be written'}
        {value && (
          <span className={styles.count}>{value.files.length} files</span>
        )}
      </h3>
      {!template && <p>Files are shown in the form of a golden path.</p>}
      {template && !value && !error && (
        <LoadingState label="Rendering the files" lines={5} />
      )}
      {error && (
        <div role="alert" className={styles.fault}>
          <StatusMark status="at-risk">
            The files cannot be shown: {errorText(error)}
          </StatusMark>
          <Button size="small" variant="secondary" onPress={retry}>
            Try again
          </Button>
        </div>
      )}
      {value && <Files files={value.files} />}
    </section>
  );
}
