import { useState } from 'react';
import { Link, ProblemNote, useFormat, useLanguage, useT, useUser } from 'tertib/screens';
import type { Board } from '../board/board.schemas.js';
import { boardWords } from './board-words.js';
import { useProducerDatasets } from './calls.js';
import { escalateWords } from './escalate-words.js';
import { StateChip } from './StateChip.js';
import { useTimeLeft } from './useTimeLeft.js';
import { words } from './words.js';

/** Data that were accepted have an analysis to look at. */
const ANALYSED = new Set(['complete', 'analysed', 'sent_to_bps', 'eligible', 'scheduled', 'published', 'rejected', 'withheld', 'archived']);

type Producer = Board['producers'][number];

/** The first of a producer's data sets; all of them when they are asked for. */
function Cells({ caseId, producer }: { caseId: string; producer: Producer }) {
  const t = useT(boardWords);
  const format = useFormat();
  const language = useLanguage();
  const user = useUser();
  const seesData = user.can('satu-data.see-deliveries') || user.can('satu-data.see-review');
  const [all, setAll] = useState(false);
  const query = useProducerDatasets(caseId, producer.officeId, all);
  const shown = query.data?.datasets ?? producer.datasets;
  return (
    <>
      <ul className="board-cells">
        {shown.map((dataset) => (
          <li key={dataset.id} title={dataset.reason?.[language]}>{seesData && ANALYSED.has(dataset.state) ? <Link className="text-break" to={`/satu-data/analysis/${dataset.id}`}>{dataset.title}</Link> : <span className="text-break">{dataset.title}</span>}<StateChip state={dataset.state} /></li>
        ))}
      </ul>
      <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      {!all && producer.datasetCount > producer.datasets.length ? <button type="button" className="btn btn-sm mt-2" onClick={() => setAll(true)}>{t.allDatasets(format.number(producer.datasetCount))}</button> : null}
    </>
  );
}

function Held({ producer }: { producer: Producer }) {
  const t = useT(boardWords);
  const language = useLanguage();
  const format = useFormat();
  if (producer.held.length === 0) return null;
  return (
    <ul className="list-unstyled mb-0">
      {producer.held.map(({ holder, name, count, workingDays }) => <li key={holder}>{name[language]}: {format.number(count)} <span className="text-secondary text-nowrap">({t.workingDays(format.number(workingDays))})</span></li>)}
    </ul>
  );
}

/** A producer a row; his data sets beside each other, since no two producers are asked for the same one. */
export function BoardMatrix({ caseId, board }: { caseId: string; board: Board }) {
  const t = useT(words);
  const more = useT(boardWords);
  const escalate = useT(escalateWords);
  const left = useTimeLeft();
  const format = useFormat();
  return (
    <table className="table table-vcenter card-table cards-table board-table" aria-label={t.matrix}>
      <thead><tr><th scope="col">{t.producer}</th><th scope="col">{t.deadline}</th><th scope="col">{more.holder}</th><th scope="col">{t.datasets}</th></tr></thead>
      <tbody>
        {board.producers.map((producer) => (
          <tr key={producer.officeId}>
            <th scope="row">{producer.name}<div className="text-secondary fw-normal small">{more.answered}: {more.of(format.number(producer.answered), format.number(producer.asked))}</div></th>
            <td data-label={t.deadline}>
              {format.dateTime(producer.request?.deadline ?? board.period.deadline)}
              {producer.timeLeft ? <div className="text-secondary small">{left(producer.timeLeft.kind, producer.timeLeft.workingDays)}</div> : null}
            </td>
            <td data-label={more.holder}><Held producer={producer} />{producer.escalatedAt ? <div className="text-secondary small">{escalate.escalated(format.dateTime(producer.escalatedAt))}</div> : null}</td>
            <td><Cells caseId={caseId} producer={producer} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
