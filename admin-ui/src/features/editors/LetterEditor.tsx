import { useEffect, useRef } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { AreaField } from '../../shared/ui/index.js';
import type { EditorProps } from './EditorPage.js';
import { words } from './words.js';

/** A letter's template as text. */
export default function LetterEditor({ content, onDirty, onReady }: EditorProps) {
  const t = useT(words);
  const text = useRef(content);
  useEffect(() => onReady(async () => text.current), [onReady]);
  return (
    <div className="card"><div className="card-body">
      <AreaField label={t.source} rows={28} className="form-control font-monospace" spellCheck={false} defaultValue={content} onChange={(e) => {
        text.current = e.target.value;
        onDirty();
      }} />
    </div></div>
  );
}
