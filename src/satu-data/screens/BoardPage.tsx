import { useState } from 'react';
import { Async, Empty, Link, Page, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { Board } from '../board/board.schemas.js';
import { boardWords } from './board-words.js';
import { BoardCurve } from './BoardCurve.js';
import { BoardFilters } from './BoardFilters.js';
import { BoardHolders } from './BoardHolders.js';
import { BoardMatrix } from './BoardMatrix.js';
import { BoardPapers } from './BoardPapers.js';
import { BoardTiles } from './BoardTiles.js';
import { useBoard, useBoardSummary, type BoardFilter } from './calls.js';
import { escalateWords } from './escalate-words.js';
import { EscalateDialog } from './EscalateDialog.js';
import { ExtendDialog } from './ExtendDialog.js';
import { LEGEND, StateChip } from './StateChip.js';
import { words } from './words.js';

const OVER = new Set(['archived', 'cancelled']);
const ALL: BoardFilter = { page: 1, q: '', state: '', holder: '' };

function Legend({ board }: { board: Board }) {
  const t = useT(words);
  const counted = new Map(board.totals.map(({ state, count }) => [state, count]));
  const states = [...LEGEND, ...[...counted.keys()].filter((state) => !LEGEND.some((one) => one === state))];
  return (
    <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
      <span className="text-secondary">{t.legend}:</span>
      {states.map((state) => <StateChip key={state} state={state} count={counted.get(state) ?? 0} />)}
    </div>
  );
}

function Pages({ board, onPage }: { board: Board; onPage: (page: number) => void }) {
  const t = useT(boardWords);
  const format = useFormat();
  return (
    <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
      <span className="text-secondary me-auto" role="status">{t.found(format.number(board.count))}{board.pages > 1 ? ` · ${t.page(format.number(board.page), format.number(board.pages))}` : ''}</span>
      {board.pages > 1 ? (
        <div className="btn-list">
          <button type="button" className="btn" disabled={board.page <= 1} onClick={() => onPage(board.page - 1)}>{t.before}</button>
          <button type="button" className="btn" disabled={board.page >= board.pages} onClick={() => onPage(board.page + 1)}>{t.next}</button>
        </div>
      ) : null}
    </div>
  );
}

/** Summary first, then who holds up what, then every producer, a page at a time. */
export function BoardPage() {
  const { caseId = '' } = useParams();
  const t = useT(words);
  const more = useT(boardWords);
  const escalateT = useT(escalateWords);
  const mayExtend = useUser().can('satu-data.extend-deadline');
  const [filter, setFilter] = useState(ALL);
  const query = useBoard(caseId, filter);
  const summary = useBoardSummary(caseId);
  const [extending, setExtending] = useState(false);
  const mayEscalate = useUser().can('satu-data.escalate');
  const [escalating, setEscalating] = useState(false);
  const filtered = Boolean(filter.q || filter.state || filter.holder);
  const title = query.data?.period.title;
  // Nobody delivers into a period that is over.
  const runs = title !== undefined && !OVER.has(query.data?.period.state ?? '');
  return (
    <Page
      title={title ? `${t.title}: ${title}` : t.title}
      before={<Link to={`/cases/${caseId}`}>{t.toCase}</Link>}
      actions={<div className="btn-list">{title ? <BoardPapers caseId={caseId} /> : null}{mayEscalate && runs ? <button type="button" className="btn" onClick={() => setEscalating(true)}>{escalateT.escalate}</button> : null}{mayExtend && runs ? <button type="button" className="btn btn-primary" onClick={() => setExtending(true)}>{t.extend}</button> : null}</div>}
    >
      <Async query={summary}>
        {(figures) => (
          <>
            <BoardTiles summary={figures} />
            <div className="row row-cards mb-3">
              <div className="col-12 col-xl-6"><section className="card h-100"><div className="card-header"><h2 className="card-title">{more.waiting}</h2></div><div className={figures.held.length ? '' : 'card-body'}><BoardHolders summary={figures} onShow={(holder) => setFilter({ ...ALL, holder })} /></div></section></div>
              <div className="col-12 col-xl-6"><section className="card h-100"><div className="card-header"><h2 className="card-title">{more.curve}</h2></div><div className="card-body"><BoardCurve summary={figures} /></div></section></div>
            </div>
          </>
        )}
      </Async>
      {summary.isError && !summary.data && !query.data ? null : (
        <div className="card">
          <div className="card-header"><BoardFilters summary={summary.data} filter={filter} onChange={setFilter} /></div>
          <Async query={query}>
            {(board) => (
              <>
                {board.producers.length ? <BoardMatrix caseId={caseId} board={board} /> : filtered ? <Empty title={more.noMatch}>{more.noMatchHint}</Empty> : <Empty title={t.empty}>{t.emptyHint}</Empty>}
                <Pages board={board} onPage={(page) => setFilter({ ...filter, page })} />
                <Legend board={board} />
              </>
            )}
          </Async>
        </div>
      )}
      {escalating ? <EscalateDialog caseId={caseId} onClose={() => setEscalating(false)} /> : null}
      {extending ? <ExtendDialog caseId={caseId} onClose={() => setExtending(false)} /> : null}
    </Page>
  );
}
