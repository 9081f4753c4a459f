import type { TaskDetail } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

/** What was typed into fields that the form had before the process was moved to another version. */
export function Leftovers({ leftovers }: { leftovers: TaskDetail['leftovers'] }) {
  const t = useT(words);
  const format = useFormat();
  if (!leftovers.length) return null;
  return (
    <section className="alert alert-warning d-block text-body mb-3" aria-label={t.leftovers}>
      <h2 className="h4 mb-1">{t.leftovers}</h2>
      <p className="mb-2">{t.leftoversLead(Math.max(...leftovers.map(({ version }) => version)))}</p>
      <dl className="mb-0">
        {leftovers.map(({ label, value, version }) => <div key={`${version} ${label}`}><dt>{label}</dt><dd className="text-break mb-1">{format.value(value)}</dd></div>)}
      </dl>
    </section>
  );
}
