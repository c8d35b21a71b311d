import type { File } from '@squadron/plugin-git-common';
import {
  CopyButton,
  EmptyState,
  ErrorState,
  LoadingState,
  SectionCard,
  sizeInWords,
} from '@squadron/ui';
import { useFile } from '../../hooks/useFile';
import { FileText } from './FileText';
import { RepositoryFrame } from './RepositoryFrame';
import styles from './Repository.module.css';
import { usePlace } from './usePlace';

function countOf(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines === 1 ? '1 line' : `${lines} lines`;
}

function Content({ path, file }: { path: string; file: File }) {
  const { content, text, size } = file;
  if (content !== 'text' || text === undefined) {
    const why =
      content === 'binary' ? 'It is not text' : 'It is too large to be shown';
    return (
      <EmptyState title={why}>
        {path} has {sizeInWords(size)}. Clone the repository to open it.
      </EmptyState>
    );
  }
  return (
    <SectionCard
      title={path.split('/').at(-1) ?? path}
      aside={
        <span className={styles.aside}>
          {countOf(text)}, {sizeInWords(size)}
          <CopyButton text={text}>Copy</CopyButton>
        </span>
      }
    >
      {size === 0 ? (
        <p className={styles.quiet}>The file is empty.</p>
      ) : (
        <FileText label={path} text={text} />
      )}
    </SectionCard>
  );
}

/** A file of a repository. */
export function BlobPage() {
  const place = usePlace();
  const { value, error, retry } = useFile(place);
  return (
    <RepositoryFrame
      place={place}
      answer={value && `${place.path} at ${value.commit.slice(0, 8)}.`}
    >
      {error && !value && (
        <ErrorState
          title="The file could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the file" lines={8} />}
      {value && <Content path={place.path} file={value} />}
    </RepositoryFrame>
  );
}
