import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useLanguage } from 'tertib/screens';
import type { Field } from './cells.js';

interface Props {
  field: Field;
  value: string;
  /** What was typed on the cell, which begins anew. */
  typed: string | null;
  style: CSSProperties;
  onDone: (text: string, next: [number, number] | null) => void;
  onCancel: () => void;
}

/** The cell that is being written into: Enter goes down, Tab to the right, Escape leaves it as it was. */
export function CellEditor({ field, value, typed, style, onDone, onCancel }: Props) {
  const language = useLanguage();
  const [text, setText] = useState(field.options.length ? value : (typed ?? value));
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (typed === null && !field.options.length) input.current?.select();
  }, []);
  const done = (next: [number, number] | null) => {
    if (ended.current) return;
    ended.current = true;
    onDone(text, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ways: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: event.altKey || (event.shiftKey && field.kind === 'long') ? undefined : () => done([1, 0]),
      Tab: () => done([0, event.shiftKey ? -1 : 1]),
      Escape: () => { ended.current = true; onCancel(); },
    };
    event.stopPropagation();
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    way();
  };
  const common = { ref: input, 'aria-label': field.label[language], style, onKeyDown, onBlur: () => done(null), value: text } as const;
  if (field.options.length) {
    return (
      <select {...common} className="form-select form-select-sm dl-editor" onChange={(event) => setText(event.target.value)}>
        <option value="">–</option>
        {field.options.map((one) => <option key={one.value} value={one.value}>{one.label[language]}</option>)}
      </select>
    );
  }
  if (field.kind === 'long') return <textarea {...common} className="form-control form-control-sm dl-editor dl-long" rows={4} maxLength={field.max} onChange={(event) => setText(event.target.value)} />;
  return <input {...common} className="form-control form-control-sm dl-editor" maxLength={field.max} onChange={(event) => setText(event.target.value)} />;
}
