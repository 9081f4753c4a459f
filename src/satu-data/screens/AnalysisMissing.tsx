import { useFormat, useT } from 'tertib/screens';
import type { AnalysisView } from '../analysis/analysis.schemas.js';
import { MISSING } from '../analysis/page-parts.js';
import { analysisWords as words } from './analysis-words.js';
import { arrival } from './arrival.js';

const arrived = arrival(MISSING);

/** How much is missing, and where. */
export function AnalysisMissing({ view: { missing, notCompared } }: { view: AnalysisView }) {
  const t = useT(words);
  const format = useFormat();
  const partly = missing.cells.length < missing.count || missing.absentRows.length < missing.absent;
  return (
    <div className="card mb-3" id={MISSING} ref={arrived}>
      <div className="card-header"><h2 className="card-title">{t.missing}</h2></div>
      <div className="card-body">
        {missing.count + missing.absent === 0 ? <p>{t.missingNone}</p> : null}
        {missing.count ? <><p>{t.missingCount(format.number(missing.count))}</p><ul>{missing.cells.map((cell) => <li key={`${cell.where} ${cell.row} ${cell.column}`}>{cell.where}: {cell.column}{cell.row === null ? '' : ` (${t.row(format.number(cell.row))})`}</li>)}</ul></> : null}
        {missing.absent ? <><p>{t.absentCount(format.number(missing.absent))}</p><ul>{missing.absentRows.map((row) => <li key={row}>{row}</li>)}</ul></> : null}
        {partly ? <p className="text-secondary">{t.more}</p> : null}
        {notCompared.length ? <p>{t.notCompared(notCompared.join(', '))}</p> : null}
      </div>
    </div>
  );
}
