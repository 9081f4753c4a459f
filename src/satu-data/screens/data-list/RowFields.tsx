import { useEffect, useState, type FormEvent } from 'react';
import { useLanguage, useT } from 'tertib/screens';
import { notesOf } from './cells.js';
import { listWords } from './list-words.js';
import { writtenOf } from './refused.js';
import type { RowProps } from './RowDialog.js';
import { partsOf, SaveRow } from './SaveRow.js';
import { useSaving } from './useSaving.js';
import { ValueField } from './ValueField.js';

export function RowFields({ list, row, editable, refusal, unreached, onSave, onTyped, onSaved }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  /** What was there when the first of these was typed: what comes after, nobody has seen who writes from there. */
  const [seen, setSeen] = useState(row.version);
  const saved = () => {
    setValues({});
    onSaved();
  };
  const { save, saving, refused, isOvertaken } = useSaving({ onSave, refusal, onSaved: saved });
  const parts = partsOf(refused, row.id);
  // The row shows what was refused until it has been read anew.
  const again = writtenOf(refused, row.id);
  const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== (row.values[key] ?? '') || key in again));
  const standing = Object.keys(changed).length === 0 ? null : saving ? 'sending' : 'typed';
  useEffect(() => onTyped(standing), [standing, onTyped]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(changed).length === 0) return saved();
    // Who has been told that another one was faster writes from what there is now.
    const version = isOvertaken ? row.version : seen;
    setSeen(version);
    void save({ changes: [{ id: row.id, version, values: changed }] }, { changes: [{ id: row.id, values: Object.fromEntries(Object.keys(changed).map((key) => [key, row.values[key] ?? ''])) }] });
  };
  const put = (key: string, value: string) => {
    if (Object.keys(values).length === 0) setSeen(row.version);
    setValues((now) => ({ ...now, [key]: value }));
  };
  const noteOn = (key: string) => [...notesOf(row, key, language), ...parts.flatMap((part) => (part.field === key ? part.message : []))].join(' ');
  return (
    <form onSubmit={submit}>
      <div className="row">
        {list.fields.map((field) => (
          <div key={field.key} className={field.kind === 'long' || field.key === 'nama' ? 'col-12' : 'col-12 col-md-6'}>
            <ValueField field={field} value={values[field.key] ?? row.values[field.key] ?? ''} error={noteOn(field.key)} readOnly={saving || !editable(field, row)} onChange={(value) => put(field.key, value)} />
          </div>
        ))}
      </div>
      {list.stages.length ? <SaveRow refused={refused} parts={parts} placeOf={(part) => list.fields.find(({ key }) => key === part.field)?.label[language] ?? t.row} saving={saving} unreached={unreached} /> : null}
    </form>
  );
}
