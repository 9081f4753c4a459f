import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Empty, Page } from '../../shared/ui/index.js';
import { useUser } from '../session/index.js';
import { useBoard, type Board } from './calls.js';
import { ExtendDialog } from './ExtendDialog.js';
import { StateChip, STATES } from './StateChip.js';
import { words } from './words.js';

function Matrix({ board }: { board: Board }) {
  const t = useT(words);
  const format = useFormat();
  return (
    <div className="table-responsive" tabIndex={0} role="region" aria-label={t.matrix}>
      <table className="table table-vcenter card-table board-table">
        <thead>
          <tr>
            <th scope="col">{t.producer}</th>
            {board.datasets.map((dataset) => <th key={dataset.key} scope="col">{dataset.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {board.producers.map((producer) => (
            <tr key={producer.officeId}>
              <th scope="row">
                {producer.name}
                <span className="d-block small fw-normal text-secondary">{t.deadline} {format.dateTime(producer.batasWaktu)}</span>
              </th>
              {board.datasets.map((dataset) => {
                const cell = producer.cells[dataset.key];
                return <td key={dataset.key}>{cell ? <StateChip state={cell.state} /> : <span className="text-secondary" aria-label={t.notAsked}>·</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function BoardPage() {
  const { caseId = '' } = useParams();
  const t = useT(words);
  const mayExtend = useUser().roles.includes('kasi');
  const query = useBoard(caseId);
  const [extending, setExtending] = useState(false);
  const producers = query.data?.producers ?? [];
  return (
    <Page
      title={t.title}
      before={<Link to={`/cases/${caseId}`}>{t.toCase}</Link>}
      actions={mayExtend && producers.length ? <button type="button" className="btn btn-primary" onClick={() => setExtending(true)}>{t.extend}</button> : null}
    >
      <div className="card">
        <Async query={query}>
          {(board) => (board.producers.length ? <Matrix board={board} /> : <Empty title={t.empty}>{t.emptyHint}</Empty>)}
        </Async>
        <div className="card-footer d-flex flex-wrap gap-2 align-items-center">
          <span className="text-secondary">{t.legend}:</span>
          {STATES.map((state) => <StateChip key={state} state={state} />)}
        </div>
      </div>
      {extending ? <ExtendDialog caseId={caseId} producers={producers} onClose={() => setExtending(false)} /> : null}
    </Page>
  );
}
