import { Link } from 'react-router';
import type { RunningVersion } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Empty, Loading, ProblemNote } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRunningCases } from './calls.js';
import { words } from './words.js';

/** `all`: also those that are not on the page. */
export type Picked = ReadonlySet<string> | 'all';

interface Props {
  version: RunningVersion;
  picked: Picked;
  onPick: (picked: Picked) => void;
}

export function CaseTable({ version, picked, onPick }: Props) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const query = useRunningCases(version.releaseId);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isPicked = (id: string): boolean => picked === 'all' || picked.has(id);
  const toggle = (id: string) => {
    const next = new Set(picked === 'all' ? rows.map((row) => row.id) : picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  if (query.isPending) return <Loading />;
  if (query.isError && !rows.length) return <div className="p-3"><ProblemNote error={query.error} onRetry={() => void query.refetch()} /></div>;
  if (!rows.length) return <Empty title={t.noneOn}>{t.noneOnHint}</Empty>;
  return (
    <>
      <label className="form-check m-0 px-3 py-2 border-bottom d-flex gap-2 align-items-center">
        <input type="checkbox" className="form-check-input m-0" checked={picked === 'all'} onChange={() => onPick(picked === 'all' ? new Set() : 'all')} />
        <span className="form-check-label">{t.pickAll(version.cases)}</span>
      </label>
      <table className="table table-vcenter card-table cards-table">
        <thead><tr><th className="w-1"><span className="visually-hidden">{t.picked(0)}</span></th><th scope="col">{t.process}</th><th scope="col">{t.waitsFor}</th><th scope="col">{t.started}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="pick"><input type="checkbox" className="form-check-input m-0" aria-label={t.pick(row.title)} checked={isPicked(row.id)} onChange={() => toggle(row.id)} /></td>
              <td><Link className="fw-bold text-reset" to={`/cases/${row.id}`}>{row.title}</Link><div className="small text-secondary">{row.procedureName}</div></td>
              <td data-label={t.waitsFor}>{row.steps.join(', ') || t.automatic}</td>
              <td data-label={t.started} className="text-secondary">{format.dateTime(row.startedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {query.hasNextPage ? <div className="card-footer text-center"><button type="button" className="btn" onClick={() => void query.fetchNextPage()}>{c.more}</button></div> : null}
    </>
  );
}
