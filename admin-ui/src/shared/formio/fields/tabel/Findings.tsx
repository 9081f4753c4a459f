import type { Finding } from '../../../../api/index.js';
import { useFormat, useLanguage, useT, type Language } from '../../../i18n/index.js';
import type { TableColumn } from './check.js';
import { words } from '../../words.js';
import { rules } from './rules.js';

const COLOUR = { ERROR: 'bg-danger-lt', WARNING: 'bg-warning-lt', INFO: 'bg-info-lt' } as const;

export const sentence = ({ message }: Finding, lang: Language): string => (typeof message === 'string' ? message : message[lang]);

/** The cell as Excel names it; of a table that was typed its row and the column by its title; or the whole table. */
function placeOf({ cell, column, row }: Finding, columns: readonly TableColumn[], t: (typeof words)[Language]): string {
  if (cell) return cell;
  const title = columns.find(({ key }) => key === column)?.label ?? column;
  if (row) return title ? t.cellAt(row, title) : t.rowOf(row);
  return title ?? t.wholeTable;
}

/** More than anybody reads; the browser would have to hold a row for each. */
const MOST = 500;

/** What the check found, each with its cell and a sentence. */
export function Findings({ findings, columns }: { findings: Finding[]; columns: readonly TableColumn[] }) {
  const t = useT(words);
  const named = useT(rules);
  const lang = useLanguage();
  const format = useFormat();
  if (!findings.length) return <div className="alert alert-success py-2 mb-2">{t.clean}</div>;
  // Of a rule that many cells broke, one sentence tells of those that are not named.
  const count = format.number(findings.reduce((sum, { times = 1 }) => sum + times, 0));
  return (
    <div className="mb-2">
      <p className="fw-bold mb-1">{t.findings(count)}</p>
      <div className="table-responsive border rounded tertib-findings" tabIndex={0} role="region" aria-label={t.findings(count)}>
        <table className="table table-sm mb-0">
          <thead><tr><th scope="col">{t.place}</th><th scope="col">{t.finding}</th><th scope="col">{t.rule}</th></tr></thead>
          <tbody>
            {findings.slice(0, MOST).map((finding, index) => (
              <tr key={index}>
                <td className="fw-bold">{placeOf(finding, columns, t)}</td>
                <td><span className={`badge me-2 ${COLOUR[finding.severity]}`}>{t[finding.severity]}</span>{sentence(finding, lang)}</td>
                <td className="text-secondary">{(named as Record<string, string>)[finding.rule] ?? finding.rule}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings.length > MOST ? <p className="text-secondary small mb-0">{t.moreFindings(format.number(MOST), count)}</p> : null}
    </div>
  );
}
