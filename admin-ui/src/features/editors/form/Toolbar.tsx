import { IconEye, IconPuzzle, IconUpload } from '@tabler/icons-react';
import { useRef, type ChangeEvent } from 'react';
import { chosenFiles } from '../../../shared/chosen-files.js';
import { useT } from '../../../shared/i18n/index.js';
import { partWords } from './parts/words.js';
import { formWords } from './words.js';

interface Props {
  onImport: (file: File) => void;
  onPreview: () => void;
  onParts: () => void;
  /** Whether each panel at the top is a page of its own. */
  pages: boolean;
  onPages: (pages: boolean) => void;
}

/** What is done with a form as a whole. */
export function Toolbar({ onImport, onPreview, onParts, pages, onPages }: Props) {
  const t = useT(formWords);
  const p = useT(partWords);
  const file = useRef<HTMLInputElement>(null);
  const read = (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = chosenFiles(event);
    if (one) onImport(one);
  };
  return (
    <div className="d-flex flex-wrap gap-2 align-items-center justify-content-end mb-2" role="toolbar" aria-label={t.tools}>
      <label className="form-check form-switch mb-0 me-auto"><input type="checkbox" className="form-check-input" checked={pages} onChange={(event) => onPages(event.target.checked)} /><span className="form-check-label">{t.pages}</span></label>
      <button type="button" className="btn btn-sm" onClick={onPreview}><IconEye size={16} className="icon" aria-hidden />{t.preview}</button>
      <button type="button" className="btn btn-sm" onClick={onParts}><IconPuzzle size={16} className="icon" aria-hidden />{p.open}</button>
      <button type="button" className="btn btn-sm" onClick={() => file.current?.click()}><IconUpload size={16} className="icon" aria-hidden />{t.importFile}</button>
      <input ref={file} type="file" accept=".json,application/json" className="visually-hidden" tabIndex={-1} aria-label={t.importFile} onChange={read} />
    </div>
  );
}
