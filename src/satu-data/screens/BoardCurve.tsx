import { useFormat, useT } from 'tertib/screens';
import type { BoardSummary } from '../board/board.schemas.js';
import { boardWords } from './board-words.js';

const WIDTH = 600;
const HEIGHT = 180;
const EDGE = { left: 8, right: 8, top: 30, bottom: 34 };
const number = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Steps, not slopes: between two days nothing came. The same figures stand below as a table. */
export function BoardCurve({ summary }: { summary: BoardSummary }) {
  const t = useT(boardWords);
  const format = useFormat();
  const { curve, datasets, deadlineDay, today } = summary;
  const [first] = curve;
  if (!first) return <p className="text-secondary mb-0">{t.noCurve}</p>;
  const from = number(first.day) - 86_400_000;
  const to = Math.max(number(deadlineDay), number(today), number(curve.at(-1)?.day ?? today));
  const most = Math.max(datasets.asked, datasets.answered, 1);
  const x = (day: string) => EDGE.left + ((number(day) - from) / (to - from)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (count: number) => HEIGHT - EDGE.bottom - (count / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const path = [`M${EDGE.left} ${y(0)}`, ...curve.map(({ day, count }) => `H${x(day).toFixed(1)}V${y(count).toFixed(1)}`), ...(number(today) <= to ? [`H${Math.max(x(today), x(curve.at(-1)?.day ?? today)).toFixed(1)}`] : [])].join('');
  return (
    <figure className="mb-0">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.curveSays(format.number(datasets.answered), format.number(datasets.asked), format.day(deadlineDay))} className="board-curve">
        <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} className="board-curve-axis" />
        <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(datasets.asked)} y2={y(datasets.asked)} className="board-curve-goal" />
        <text x={EDGE.left} y={y(datasets.asked) - 6}>{format.number(datasets.asked)}</text>
        <line x1={x(deadlineDay)} x2={x(deadlineDay)} y1={EDGE.top - 18} y2={y(0)} className="board-curve-deadline" />
        <text x={x(deadlineDay) - 4} y={y(0) - 6} textAnchor="end">{t.line}</text>
        <path d={path} className="board-curve-line" />
        <text x={EDGE.left} y={HEIGHT - 5}>{format.day(first.day)}</text>
        <text x={WIDTH - EDGE.right} y={HEIGHT - 5} textAnchor="end">{format.day(new Date(to).toISOString().slice(0, 10))}</text>
      </svg>
      <details>
        <summary>{t.curveTable}</summary>
        <table className="table table-sm mb-0">
          <thead><tr><th scope="col">{t.day}</th><th scope="col" className="text-end">{t.count}</th></tr></thead>
          <tbody>{curve.map(({ day, count }) => <tr key={day}><td>{format.day(day)}</td><td className="text-end">{format.number(count)}</td></tr>)}</tbody>
        </table>
      </details>
    </figure>
  );
}
