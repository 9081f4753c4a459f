import { IconFile, IconTrash } from '@tabler/icons-react';
import type { FileRef } from '../../../api/index.js';
import { useFormat, useT } from '../../i18n/index.js';
import { words } from '../words.js';
import { API } from '../../place.js';

interface Props {
  files: FileRef[];
  onRemove?: (file: FileRef) => void;
  /** Only a name: there is no such file. */
  madeUp?: boolean;
}

/** Files as links, each with a way to take it out where that is allowed. */
export function FileList({ files, onRemove, madeUp = false }: Props) {
  const t = useT(words);
  const format = useFormat();
  if (!files.length) return null;
  return (
    <ul className="list-group mb-2">
      {files.map((file) => (
        <li key={file.id} className="list-group-item d-flex flex-wrap align-items-center gap-2 py-2 tertib-file">
          <IconFile size={18} aria-hidden className="flex-shrink-0 text-secondary" />
          {madeUp ? <span className="text-break">{file.name}</span> : <a className="text-break" href={`${API}/files/${file.id}`} target="_blank" rel="noreferrer">{file.name}</a>}
          <span className="text-secondary small text-nowrap ms-auto">{format.size(file.size)}</span>
          {onRemove ? (
            <button type="button" className="btn btn-sm btn-ghost-danger btn-icon" aria-label={t.removeFile(file.name)} onClick={() => onRemove(file)}>
              <IconTrash size={16} aria-hidden />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
