import { useState } from 'react';
import { Async, Empty, fileAddress, Link, Page, ProblemNote, say, SelectField, TextField, useFormat, useLanguage, useParams, useT, useUser } from 'tertib/screens';
import type { CodePage, CodeView } from '../../code-lists/code-list.schemas.js';
import { useApplyUpload, useCodes, type Filter } from './calls.js';
import { CodeDialog } from './CodeDialog.js';
import { CodeTable } from './CodeTable.js';
import { HistoryDialog } from './HistoryDialog.js';
import { Pager } from './Pager.js';
import { Saving } from './Saving.js';
import { UploadDialog } from './UploadDialog.js';
import { codeWords } from './words.js';

type Open = { readonly kind: 'upload' | 'history' } | { readonly kind: 'code'; readonly code: CodeView | null };
const STATES = ['all', 'valid', 'ended', 'unpaired'] as const;

/** One list: its codes, found by words and a page at a time, however many there are. */
export function CodeListPage() {
  const t = useT(codeWords);
  const language = useLanguage();
  const { scheme = '' } = useParams();
  const mayKeep = useUser().can('satu-data.keep-code-lists');
  const [filter, setFilter] = useState<Filter>({ q: '', page: 1, state: 'all', level: '' });
  const [open, setOpen] = useState<Open | null>(null);
  const query = useCodes(scheme, filter);
  const list = query.data?.list;
  const applying = useApplyUpload(scheme, () => {
    say(t.savedIn(list?.title[language] ?? scheme));
    setOpen((now) => (now?.kind === 'upload' ? null : now));
  });
  const put = (change: Partial<Filter>) => setFilter({ ...filter, page: 1, ...change });
  return (
    <Page
      title={list?.title[language] ?? t.title}
      before={<Link to="/satu-data/code-lists">{t.title}</Link>}
      actions={list ? (
        <>
          <button type="button" className="btn" onClick={() => setOpen({ kind: 'history' })}>{t.history}</button>
          <a className="btn" href={fileAddress(`/satu-data/code-lists/${scheme}/export.xlsx`)} download>{t.export}</a>
          {mayKeep ? <button type="button" className="btn" onClick={() => setOpen({ kind: 'upload' })}>{t.upload}</button> : null}
          {mayKeep ? <button type="button" className="btn btn-primary" onClick={() => setOpen({ kind: 'code', code: null })}>{t.addCode}</button> : null}
        </>
      ) : null}
    >
      {open?.kind === 'upload' ? null : <ProblemNote error={applying.error} {...(applying.again && { onRetry: applying.again })} />}
      {open?.kind === 'upload' ? null : <Saving scheme={scheme} mine={applying.saving} />}
      {list?.shipped ? <p className="text-secondary">{t.sinceHint}</p> : null}
      <div className="card">
        <div className="card-header">
          <div className="row g-2 w-100 board-filters">
            <div className="col-12 col-md-6"><TextField label={t.search} type="search" maxLength={100} value={filter.q} onChange={(event) => put({ q: event.target.value })} /></div>
            <div className="col-6 col-md-3">
              <SelectField label={t.state} value={filter.state} onChange={(event) => put({ state: event.target.value as Filter['state'] })}>
                {STATES.filter((state) => state !== 'unpaired' || list?.pairedWith).map((state) => <option key={state} value={state}>{t[state]}</option>)}
              </SelectField>
            </div>
            {list?.levels.length ? (
              <div className="col-6 col-md-3">
                <SelectField label={t.level} value={filter.level} onChange={(event) => put({ level: event.target.value })}>
                  <option value="">{t.all}</option>
                  {list.levels.map(({ key, title }) => <option key={key} value={key}>{title[language]}</option>)}
                </SelectField>
              </div>
            ) : null}
          </div>
        </div>
        <Async query={query}>{(page) => <Codes page={page} filtered={Boolean(filter.q || filter.level || filter.state !== 'all')} onPage={(number) => put({ page: number })} onEdit={mayKeep ? (code) => setOpen({ kind: 'code', code }) : null} />}</Async>
      </div>
      {open?.kind === 'upload' ? <UploadDialog scheme={scheme} applying={applying} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'history' ? <HistoryDialog scheme={scheme} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'code' && list ? <CodeDialog list={list} code={open.code} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function Codes({ page, filtered, onPage, onEdit }: { page: CodePage; filtered: boolean; onPage: (page: number) => void; onEdit: ((code: CodeView) => void) | null }) {
  const t = useT(codeWords);
  const format = useFormat();
  if (page.count === 0) return filtered ? <Empty title={t.noneFound}>{t.noneFoundHint}</Empty> : <Empty title={t.empty}>{t.emptyHint}</Empty>;
  return (
    <>
      <CodeTable page={page} onEdit={onEdit} />
      <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
        <span className="text-secondary me-auto" role="status">{t.found(format.number(page.count), format.number(page.page), format.number(page.pages))}</span>
        <Pager page={page} onPage={onPage} />
      </div>
    </>
  );
}
