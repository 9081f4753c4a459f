import { Link, useLanguage, useT, type Language } from 'tertib/screens';
import type { FigureCell } from '../analysis/analysis.schemas.js';
import { analysisWords as words } from './analysis-words.js';

/** Decimal text with the language's marks; digits are kept as they are. */
export function shown(value: string, language: Language): string {
  const [, sign = '', whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (!whole) return value;
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction ? point + fraction : ''}`;
}

/** A figure that leads to where it comes from; without a value a dash, with the reason. */
export function Figure({ dataset, cell, unit = false }: { dataset: string; cell: FigureCell | null; unit?: boolean }) {
  const t = useT(words);
  const language = useLanguage();
  if (!cell) return <span className="text-secondary">{t.none}</span>;
  const text = cell.value === null ? t.none : `${shown(cell.value, language)}${cell.unit === '%' ? ' %' : unit && cell.unit ? ` ${cell.unit}` : ''}`;
  return (
    <>
      <Link to={figurePath(dataset, cell.id)} title={cell.why?.[language]}>{text}</Link>
      {cell.incomplete ? <span className="badge bg-orange-lt analysis-mark ms-1">{cell.incomplete[language]}</span> : null}
    </>
  );
}

export const figurePath = (dataset: string, figure: string): string => `/satu-data/analysis/${dataset}/${encodeURIComponent(figure)}`;
