import type { FileComparison } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { words } from './words.js';

type Line = FileComparison['lines'][number];

/** Lines around a difference that show where it is. */
const AROUND = 2;
const SIGNS = { same: ' ', added: '+', removed: '−' };

/** Runs of lines that are the same, far from any difference, become their number. */
function folded(lines: Line[]): (Line | number)[] {
  const near = (index: number) => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ change }) => change !== 'same');
  return lines.reduce<(Line | number)[]>((rows, line, index) => {
    const last = rows.at(-1);
    if (near(index)) rows.push(line);
    else if (typeof last === 'number') rows[rows.length - 1] = last + 1;
    else rows.push(1);
    return rows;
  }, []);
}

/** A letter as one text: what went struck red, what came green, with a sign for those who see no colours. */
export function Lines({ lines }: { lines: Line[] }) {
  const t = useT(words);
  return (
    <div className="compared-lines" role="group" aria-label={t.letter} tabIndex={0}>
      {folded(lines).map((row, index) => {
        if (typeof row === 'number') return <div key={index} className="text-secondary">⋯ {t.unchanged(row)}</div>;
        const Tag = row.change === 'added' ? 'ins' : row.change === 'removed' ? 'del' : 'span';
        return <Tag key={index} className={`line ${row.change}`}><span aria-hidden>{SIGNS[row.change]} </span>{row.text}</Tag>;
      })}
    </div>
  );
}
