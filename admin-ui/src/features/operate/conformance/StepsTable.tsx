import type { Conformance } from '../../../api/index.js';
import { useFormat, useT } from '../../../shared/i18n/index.js';
import type { Filters } from '../filters.js';
import { KINDS, type Kind } from './kinds.js';
import { words } from './words.js';

type Row = Conformance['others'][number] & Partial<Conformance['steps'][number]>;

/** What the diagram shows, in words; each figure opens its cases. */
export function StepsTable({ title, hint, rows, filters }: { title: string; hint: string; rows: readonly Row[]; filters: Filters }) {
  const t = useT(words);
  const format = useFormat();
  const kinds = KINDS.filter((kind) => rows.some((row) => row[kind] !== undefined));
  return (
    <section className="card mb-3" aria-label={title}>
      <div className="card-header"><h2 className="card-title">{title}</h2></div>
      <p className="card-body text-secondary mb-0 py-2">{hint}</p>
      <table className="table table-vcenter card-table cards-table">
        <thead><tr><th scope="col">{t.step}</th>{kinds.map((kind) => <th key={kind} scope="col">{t[kind]}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.elementId}>
              <td><strong>{row.name}</strong>{row.items ? <div className="small text-secondary">{t.items(format.number(row.items))}</div> : null}</td>
              {kinds.map((kind) => <td key={kind} data-label={t[kind]}><Figure row={row} kind={kind} filters={filters} />{kind === 'looped' && row.looped ? <div className="small text-secondary">{t.often(row.usually, row.most)}</div> : null}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ row, kind, filters }: { row: Row; kind: Kind; filters: Filters }) {
  const t = useT(words);
  const count = useFormat().number(row[kind] ?? 0);
  if (!row[kind]) return <span className="text-secondary">{count}</span>;
  const open = () => {
    filters.choose({ step: row.elementId, kind });
    requestAnimationFrame(() => document.getElementById('conformance-cases')?.scrollIntoView({ block: 'start' }));
  };
  return <button type="button" className="btn btn-link p-0 text-start justify-content-start" aria-label={t.show(t[kind], row.name, count)} onClick={open}>{count}</button>;
}
