import { fileAddress, Icon, ProblemNote, say, useT, useUser } from 'tertib/screens';
import { boardWords } from './board-words.js';
import { useMakeReport } from './calls.js';

/** What of the board goes on paper: the report for the head of the office, and the register of the period. */
export function BoardPapers({ caseId }: { caseId: string }) {
  const t = useT(boardWords);
  const may = useUser().can('satu-data.see-board');
  const report = useMakeReport(caseId);
  const make = () => report.mutate(undefined, {
    onSuccess: ({ letterId }) => {
      say(t.reportMade);
      window.location.assign(`/api/letters/${letterId}/pdf`);
    },
  });
  if (!may) return null;
  return (
    <>
      <ProblemNote error={report.error} />
      <button type="button" className="btn" disabled={report.isPending} onClick={make}><Icon name="file" className="me-1" />{t.report}</button>
      <a className="btn" href={fileAddress(`/satu-data/board/${caseId}/register.xlsx`)} download><Icon name="book" className="me-1" />{t.register}</a>
    </>
  );
}
