import { Link } from 'react-router';
import type { ImportedForm, ImportNote } from '../../../api/index.js';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { words } from '../words.js';
import { formWords } from './words.js';

/** What was refused and what was changed, each with its place and the reason; with ways to the changed parts once they are in the draft. */
export function ImportReport({ form: { refused, changed }, jump = false }: { form: ImportedForm; jump?: boolean }) {
  const t = useT(formWords);
  const quiet = refused.length === 0 && changed.length === 0;
  return (
    <section className={jump ? 'card card-body mb-3' : 'mb-3'} aria-label={t.report}>
      {jump ? <p className="mb-2" role="status">{t.inDraft}</p> : null}
      {quiet ? <p className="mb-0">{t.allTaken}</p> : null}
      <Notes title={t.refused(refused.length)} notes={refused} badge={t.notTaken} tone="bg-danger-lt" />
      <Notes title={t.changed(changed.length)} notes={changed} badge={t.adapted} tone="bg-warning-lt" jump={jump} />
    </section>
  );
}

interface NotesProps {
  title: string;
  notes: ImportNote[];
  badge: string;
  tone: string;
  jump?: boolean;
}

function Notes({ title, notes, badge, tone, jump = false }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <details open={!jump} className="mb-2">
      <summary className="fw-bold mb-2">{title}</summary>
      <ul className="list-group mb-0">
        {notes.map((note, index) => <Note key={index} note={note} badge={<span className={`badge tertib-badge ${tone}`}>{badge}</span>} jump={jump} />)}
      </ul>
    </details>
  );
}

function Note({ note: { key, label, type, inside, message }, badge, jump }: { note: ImportNote; badge: React.ReactNode; jump: boolean }) {
  const t = useT(formWords);
  const w = useT(words);
  const lang = useLanguage();
  const name = label || key || (type ? t.unnamed : t.wholeForm);
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
      {badge}
      <span className="finding text-break">
        <strong className="d-block">{name}</strong>
        <span className="d-block">{message[lang]}</span>
        {key || inside.length > 0 ? <span className="d-block small text-secondary">{[...inside, ''].join(' › ')}<code>{key || type}</code></span> : null}
      </span>
      {jump && key ? <Link className="btn btn-sm" to={`?at=${encodeURIComponent(key)}`} aria-label={`${w.jump} ${name}`}>{w.jump}</Link> : null}
    </li>
  );
}
