import type { ReactNode } from 'react';
import { useFormat, useT } from 'tertib/screens';
import type { BoardSummary } from '../board/board.schemas.js';
import { timeLeft } from '../board/time-left.js';
import { boardWords } from './board-words.js';
import { useTimeLeft } from './useTimeLeft.js';

function Tile({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className="col-12 col-sm-6 col-xl">
      <div className="card h-100"><div className="card-body">
        <h2 className="subheader mb-2">{title}</h2>
        <div className="h1 mb-1">{children}</div>
        <div className="text-secondary small">{hint}</div>
      </div></div>
    </div>
  );
}

/** The figures that are asked for first. A share of nothing is not 0 %, it is unknown. */
export function BoardTiles({ summary }: { summary: BoardSummary }) {
  const t = useT(boardWords);
  const format = useFormat();
  const { datasets, producers, workingDaysLeft, period, extended, forecast } = summary;
  const share = (part: number, all: number, none: string) => (all === 0 ? <span className="h3">{none}</span> : <>{format.percent(part / all)} <span className="h4 text-secondary">{t.of(format.number(part), format.number(all))}</span></>);
  const left = useTimeLeft();
  const deadline = [format.dateTime(period.deadline), ...(extended ? [t.extended(format.number(extended))] : [])].join(' · ');
  const basis = forecast.basis === null ? (forecast.reason === null ? '' : t[forecast.reason]) : forecast.basis === 'pace' ? t.pace : t.lastPeriod;
  return (
    <section aria-label={t.summary} className="row row-cards mb-3">
      <Tile title={t.response} hint={t.responseHint}>{share(datasets.answered, datasets.asked, t.nothingAsked)}</Tile>
      <Tile title={t.byProducer} hint={t.byProducerHint}>{share(producers.answered, producers.asked, t.nothingAsked)}</Tile>
      <Tile title={t.punctuality} hint={t.punctualityHint}>{share(datasets.onTime, datasets.due, t.notDue)}</Tile>
      <Tile title={t.daysLeft} hint={deadline}>{left(timeLeft(summary), workingDaysLeft)}</Tile>
      <Tile title={t.forecast} hint={[basis, ...(forecast.allBy ? [t.allBy(format.day(forecast.allBy))] : [])].join(' ')}>
        {forecast.expected === null ? <span className="h3">{t.unknown}</span> : <span className="h2">{t.expected(format.number(forecast.expected), format.number(datasets.asked))}</span>}
      </Tile>
    </section>
  );
}
