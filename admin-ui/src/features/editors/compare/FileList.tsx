import type { FileComparison } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { FileCard } from './FileCard.js';
import { words } from './words.js';

interface Props {
  files: FileComparison[];
  /** What the two sides are called. */
  before: string;
  after: string;
  /** Words only, where there is no room for pictures. */
  brief?: boolean;
}

/** What differs, file by file: in words first. */
export function FileList({ files, before, after, brief = false }: Props) {
  const t = useT(words);
  if (files.length === 0) return <p className="text-secondary" role="status">{t.same}</p>;
  return (
    <>
      <p className="text-secondary mb-2" role="status">{t.count(files.length)}</p>
      {files.map((file) => <FileCard key={file.path} file={file} before={before} after={after} brief={brief} />)}
    </>
  );
}
