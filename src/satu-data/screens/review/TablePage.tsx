import { useState } from 'react';
import { Async, Link, Page, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { TableUnderReview } from '../../review/review.schemas.js';
import { CommentDialog } from './CommentDialog.js';
import { useCommentPowers } from './comment-powers.js';
import { CommentsCard } from './CommentsCard.js';
import { useTable } from './calls.js';
import { GoToPage } from './GoToPage.js';
import { PlaceDialog, type Cell } from './PlaceDialog.js';
import { reviewWords } from './review-words.js';
import { TableGrid } from './TableGrid.js';

/** Pages that are soon leafed through. */
const LEAFED = 10;

interface Props {
  table: TableUnderReview;
  /** The page that was asked for is not there yet. */
  waits: boolean;
  onPage: (page: number) => void;
}

function Table({ table, waits, onPage }: Props) {
  const t = useT(reviewWords);
  const format = useFormat();
  const { mayComment } = useCommentPowers();
  const [cell, setCell] = useState<Cell | null>(null);
  const [whole, setWhole] = useState(false);
  return (
    <>
      <p className="text-secondary">{table.office} · {t.rows(format.number(table.count))}. {mayComment ? t.tableHint : t.tableSeen}</p>
      <section className="card mb-3">
        <TableGrid table={table} onOpen={setCell} />
        {table.pages > 1 ? (
          <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
            <span className="text-secondary me-auto" role="status">{waits ? t.rowsComing : t.page(format.number(table.page), format.number(table.pages))}</span>
            {table.pages > LEAFED ? <GoToPage pages={table.pages} onPage={onPage} /> : null}
            <button type="button" className="btn" disabled={table.page <= 1} onClick={() => onPage(table.page - 1)}>{t.before}</button>
            <button type="button" className="btn" disabled={table.page >= table.pages} onClick={() => onPage(table.page + 1)}>{t.next}</button>
          </div>
        ) : null}
      </section>
      <CommentsCard datasetId={table.id} comments={table.comments} onAdd={() => setWhole(true)} />
      {cell ? <PlaceDialog table={table} cell={cell} onClose={() => setCell(null)} /> : null}
      {whole ? <CommentDialog datasetId={table.id} place={{ name: '', values: {} }} columns={table.columns} onClose={() => setWhole(false)} /> : null}
    </>
  );
}

/** A data set's table as it was delivered: what was found and said stands in its cells. */
export function TablePage() {
  const { datasetId = '' } = useParams();
  const t = useT(reviewWords);
  const mayReview = useUser().can('satu-data.see-review');
  const [page, setPage] = useState(1);
  const query = useTable(datasetId, page);
  const found = query.data;
  return (
    <Page
      title={found ? t.tableOf(found.title) : t.table}
      before={found ? (mayReview ? <Link to={`/satu-data/review/${found.caseId}`}>{t.title}</Link> : <Link to={`/satu-data/deliveries/${found.caseId}`}>{t.toDeliveries}</Link>) : null}
      actions={found && mayReview ? <Link className="btn" to={`/satu-data/analysis/${found.id}`}>{t.quality}</Link> : null}
    >
      <Async query={query}>{(table) => <Table table={table} waits={query.isPlaceholderData} onPage={setPage} />}</Async>
    </Page>
  );
}
