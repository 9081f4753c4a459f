import { useEffect, useId, useRef } from 'react';
import { useParams } from 'react-router';
import type { Repair } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import type { EditorProps } from '../EditorPage.js';
import { words } from '../words.js';
import { FieldList } from './FieldList.js';
import { Preview } from './Preview.js';

/** Marks a line and brings it into sight. */
function showLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 5);
}

/** Takes a piece out of a line as if it were typed, so that the browser can take it back. */
function cutFrom(area: HTMLTextAreaElement, { elementId, value }: Repair): (() => void) | undefined {
  const lines = area.value.split('\n');
  const line = Number(elementId) - 1;
  const column = (lines[line] ?? '').indexOf(value);
  if (column < 0) return undefined;
  const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + column;
  area.focus();
  area.setSelectionRange(start, start + value.length);
  document.execCommand('delete');
  return () => {
    area.focus();
    document.execCommand('undo');
  };
}

/** A letter's or mail's template as text, with what it may name beside it, and what becomes of it. */
export default function LetterEditor({ content, onDirty, onReady, at, visit }: EditorProps) {
  const t = useT(words);
  const { key = '' } = useParams();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const read = () => area.current?.value ?? content;
  useEffect(() => onReady(async () => read(), (repair) => (area.current ? cutFrom(area.current, repair) : undefined)), []);
  useEffect(() => {
    if (area.current && Number(at) > 0) showLine(area.current, Number(at));
  }, [at, visit]);
  const insert = (text: string) => {
    const field = area.current;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    onDirty();
  };
  return (
    <div className="row g-3">
      <div className="col-12 col-lg-8">
        <div className="card"><div className="card-body">
          <label className="form-label" htmlFor={id}>{t.source}</label>
          <textarea ref={area} id={id} rows={28} className="form-control font-monospace letter-source" spellCheck={false} aria-describedby={`${id}-hint`} defaultValue={content} onChange={onDirty} />
          <div className="form-hint" id={`${id}-hint`}>{t.sourceHint}</div>
        </div></div>
      </div>
      <aside className="col-12 col-lg-4">
        <Preview letter={key} read={read} />
        <FieldList letter={key} onChoose={insert} />
      </aside>
    </div>
  );
}
