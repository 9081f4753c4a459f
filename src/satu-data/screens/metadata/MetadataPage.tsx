import { useState } from 'react';
import { Async, Dialog, Empty, Icon, Link, Page, SelectField, TextField, useFormat, useT, useUser } from 'tertib/screens';
import type { MetadataPage as Found, MetadataRow } from '../../metadata/metadata.schemas.js';
import { KINDS, useRecords, type Filter, type Kind } from './calls.js';
import { CompletenessBar } from './Completeness.js';
import { metadataWords } from './words.js';

/** What is recorded by the sheets of BPS. */
export function MetadataPage() {
  const t = useT(metadataWords);
  const mayKeep = useUser().can('satu-data.keep-metadata');
  const [filter, setFilter] = useState<Filter>({ page: 1, kind: '', officeId: '', q: '' });
  const [adding, setAdding] = useState(false);
  const query = useRecords(filter);
  const put = (change: Filter) => setFilter({ ...filter, page: 1, ...change });
  return (
    <Page title={t.title} actions={mayKeep ? <button type="button" className="btn btn-primary" onClick={() => setAdding(true)}>{t.add}</button> : null}>
      <p className="text-secondary">{t.intro}</p>
      <div className="card">
        <div className="card-header">
          <div className="row g-2 w-100 board-filters">
            <div className="col-12 col-md-4"><TextField label={t.search} type="search" maxLength={100} value={filter.q ?? ''} onChange={(event) => put({ q: event.target.value })} /></div>
            <div className="col-6 col-md-4">
              <SelectField label={t.kind} value={filter.kind ?? ''} onChange={(event) => put({ kind: event.target.value as Kind | '' })}>
                <option value="">{t.all}</option>
                {KINDS.map((kind) => <option key={kind} value={kind}>{t[kind]}</option>)}
              </SelectField>
            </div>
            {query.data?.offices.length ? (
              <div className="col-6 col-md-4">
                <SelectField label={t.office} value={filter.officeId ?? ''} onChange={(event) => put({ officeId: event.target.value })}>
                  <option value="">{t.all}</option>
                  {query.data.offices.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </SelectField>
              </div>
            ) : null}
          </div>
        </div>
        <Async query={query}>{(found) => <Rows found={found} mayKeep={mayKeep} filtered={Boolean(filter.q || filter.kind || filter.officeId)} onPage={(page) => put({ page })} />}</Async>
      </div>
      {adding ? <KindDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function Rows({ found, mayKeep, filtered, onPage }: { found: Found; mayKeep: boolean; filtered: boolean; onPage: (page: number) => void }) {
  const t = useT(metadataWords);
  const format = useFormat();
  if (found.count === 0) return filtered ? <Empty title={t.noneFound}>{t.noneFoundHint}</Empty> : <Empty title={t.none}>{mayKeep ? t.noneHint : t.noneToRead}</Empty>;
  return (
    <>
      <div className="list-group list-group-flush">{found.items.map((row) => <Row key={row.id} row={row} />)}</div>
      <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
        <span className="text-secondary me-auto" role="status">{t.found(format.number(found.count))} · {t.page(format.number(found.page), format.number(found.pages))}</span>
        <button type="button" className="btn" disabled={found.page <= 1} onClick={() => onPage(found.page - 1)}>{t.previous}</button>
        <button type="button" className="btn" disabled={found.page >= found.pages} onClick={() => onPage(found.page + 1)}>{t.next}</button>
      </div>
    </>
  );
}

function Row({ row }: { row: MetadataRow }) {
  const t = useT(metadataWords);
  const format = useFormat();
  return (
    <div className="list-group-item md-row">
      <div className="md-name">
        <h2 className="h3 mb-1 text-break"><Link to={`/satu-data/metadata/${row.id}`}>{row.name ?? t.noName}</Link></h2>
        <div>{row.code} · {t[row.kind]} · {row.officeName}</div>
        <div className="text-secondary">{t.savedBy(format.number(row.version), row.by, format.dateTime(row.at))}</div>
      </div>
      <CompletenessBar percent={row.percent} />
    </div>
  );
}

function KindDialog({ onClose }: { onClose: () => void }) {
  const t = useT(metadataWords);
  const hint = { activity: t.activityHint, variable: t.variableHint, indicator: t.indicatorHint };
  return (
    <Dialog title={t.choose} onClose={onClose} footer={<button type="button" className="btn" onClick={onClose}>{t.cancel}</button>}>
      <div className="list-group">
        {KINDS.map((kind) => (
          <Link key={kind} className="list-group-item list-group-item-action" to={`/satu-data/metadata/new/${kind}`}>
            <span className="d-block fw-bold"><Icon name="plus" /> {t[kind]}</span>
            <span className="text-secondary">{hint[kind]}</span>
          </Link>
        ))}
      </div>
    </Dialog>
  );
}
