import { useQuery } from '@tanstack/react-query';
import { Async, Empty, Page, request, useFormat, useT } from 'tertib/screens';
import type { Year } from '../register.schemas.js';
import { reportWords } from './words.js';

const COUNTS = ['received', 'granted', 'partly', 'refused', 'elsewhere', 'open', 'objections'] as const;

export function ReportPage() {
  const t = useT(reportWords);
  const format = useFormat();
  const query = useQuery({ queryKey: ['live', 'informasi-publik', 'years'], queryFn: () => request<Year[]>('/informasi-publik/years') });
  const grounds = (of: Year) => Object.entries(of.grounds).toSorted().map(([letter, times]) => `${letter}: ${format.number(times)}`).join(', ') || '–';
  return (
    <Page title={t.title}>
      <div className="card">
        <Async query={query}>
          {(years) =>
            years.length === 0 ? <Empty title={t.none}>{t.hint}</Empty> : (
              <table className="table card-table cards-table" aria-label={t.title}>
                <thead><tr><th scope="col">{t.year}</th>{COUNTS.map((key) => <th key={key} scope="col">{t[key]}</th>)}<th scope="col">{t.average}</th><th scope="col">{t.grounds}</th></tr></thead>
                <tbody>
                  {years.map((of) => (
                    <tr key={of.year}>
                      <td>{of.year}</td>
                      {COUNTS.map((key) => <td key={key} data-label={t[key]}>{format.number(of[key])}</td>)}
                      <td data-label={t.average}>{of.averageDays === null ? '–' : format.number(of.averageDays)}</td>
                      <td data-label={t.grounds}>{grounds(of)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
        </Async>
      </div>
    </Page>
  );
}
