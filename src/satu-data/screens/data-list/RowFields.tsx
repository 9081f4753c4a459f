import { useState, type FormEvent } from 'react';
import { useLanguage, useT } from 'tertib/screens';
import { notesOf } from './cells.js';
import { listWords } from './list-words.js';
import type { RowProps } from './RowDialog.js';
import { ValueField } from './ValueField.js';

export function RowFields({ list, row, editable, onSave, onClose }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== row.values[key]));
    if (Object.keys(changed).length > 0) void onSave({ changes: [{ id: row.id, values: changed }] }, { changes: [{ id: row.id, values: Object.fromEntries(Object.keys(changed).map((key) => [key, row.values[key] ?? ''])) }] });
    onClose();
  };
  return (
    <form onSubmit={submit}>
      <div className="row">
        {list.fields.map((field) => (
          <div key={field.key} className={field.kind === 'long' || field.key === 'nama' ? 'col-12' : 'col-12 col-md-6'}>
            <ValueField field={field} value={values[field.key] ?? row.values[field.key] ?? ''} error={notesOf(row, field.key, language).join(' ')} readOnly={!editable(field, row)} onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))} />
          </div>
        ))}
      </div>
      {list.stages.length ? <button type="submit" className="btn btn-primary">{t.save}</button> : null}
    </form>
  );
}
