import { useFormat, useLanguage, useT } from 'tertib/screens';
import type { BoardSummary } from '../board/board.schemas.js';
import { boardWords } from './board-words.js';

/** Who holds up what right now; one press shows the producers that are meant. */
export function BoardHolders({ summary, onShow }: { summary: BoardSummary; onShow: (holder: string) => void }) {
  const t = useT(boardWords);
  const language = useLanguage();
  const format = useFormat();
  if (summary.held.length === 0) return <p className="text-secondary mb-0">{t.nobody}</p>;
  return (
    <table className="table table-vcenter card-table cards-table">
      <thead><tr><th scope="col">{t.who}</th><th scope="col">{t.howMany}</th><th scope="col">{t.producers}</th><th scope="col">{t.since}</th><th className="w-1"><span className="visually-hidden">{t.show}</span></th></tr></thead>
      <tbody>
        {summary.held.map(({ holder, name, count, producers, since, workingDays }) => (
          <tr key={holder}>
            <th scope="row">{name[language]}</th>
            <td data-label={t.howMany}>{format.number(count)}</td>
            <td data-label={t.producers}>{format.number(producers)}</td>
            <td data-label={t.since}>{format.day(since)} <span className="text-secondary">({t.workingDays(format.number(workingDays))})</span></td>
            <td><button type="button" className="btn btn-sm" aria-label={`${t.show}: ${name[language]}`} onClick={() => onShow(holder)}>{t.show}</button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
