import { useState } from 'react';
import { Async, Empty, Link, Page, useFormat, useParams, useT, useUser } from 'tertib/screens';
import type { Board } from '../board/board.schemas.js';
import { useBoard } from './calls.js';
import { ExtendDialog } from './ExtendDialog.js';
import { LEGEND, StateChip } from './StateChip.js';
import { words } from './words.js';

/** Data that were accepted have an analysis to look at. */
const ANALYSED = new Set(['complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published', 'rejected', 'archived']);

/** A producer a row; his data sets beside each other, since no two producers are asked for the same one. */
function Matrix({ board }: { board: Board }) {
  const t = useT(words);
  const format = useFormat();
  return (
    <table className="table table-vcenter card-table cards-table board-table" aria-label={t.matrix}>
      <thead><tr><th scope="col">{t.producer}</th><th scope="col">{t.deadline}</th><th scope="col">{t.datasets}</th></tr></thead>
      <tbody>
        {board.producers.map((producer) => (
          <tr key={producer.officeId}>
            <th scope="row">{producer.name}</th>
            <td data-label={t.deadline} className="text-nowrap">{format.dateTime(producer.request?.deadline ?? board.period.deadline)}</td>
            <td>
              <ul className="board-cells">
                {producer.datasets.map((dataset) => (
                  <li key={dataset.id} title={dataset.reason ?? undefined}>{ANALYSED.has(dataset.state) ? <Link className="text-break" to={`/satu-data/analysis/${dataset.id}`}>{dataset.title}</Link> : <span className="text-break">{dataset.title}</span>}<StateChip state={dataset.state} /></li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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

export function BoardPage() {
  const { caseId = '' } = useParams();
  const t = useT(words);
  const mayExtend = useUser().can('satu-data.extend-deadline');
  const query = useBoard(caseId);
  const [extending, setExtending] = useState(false);
  const producers = query.data?.producers ?? [];
  return (
    <Page
      title={query.data ? `${t.title}: ${query.data.period.title}` : t.title}
      before={<Link to={`/cases/${caseId}`}>{t.toCase}</Link>}
      actions={mayExtend && producers.length ? <button type="button" className="btn btn-primary" onClick={() => setExtending(true)}>{t.extend}</button> : null}
    >
      <div className="card">
        <Async query={query}>
          {(board) => <>{board.producers.length ? <Matrix board={board} /> : <Empty title={t.empty}>{t.emptyHint}</Empty>}<Legend board={board} /></>}
        </Async>
      </div>
      {extending ? <ExtendDialog caseId={caseId} producers={producers} onClose={() => setExtending(false)} /> : null}
    </Page>
  );
}
