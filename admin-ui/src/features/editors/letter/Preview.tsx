import { useEffect, useState } from 'react';
import type { LetterCase, LetterPreview } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { useLetterPreview } from '../calls.js';
import { Refused } from '../FindingList.js';
import { CasePicker } from './CasePicker.js';
import { MailView } from './MailView.js';
import { Pages } from './Pages.js';
import { letterWords as words } from './words.js';

function asAddress(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

function PdfLink({ pdf }: { pdf: string }) {
  const t = useT(words);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = asAddress(pdf);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return address ? <a className="btn btn-sm" href={address} target="_blank" rel="noreferrer">{t.openPdf}</a> : null;
}

/** What the text becomes as it is being written. While it cannot be read, the last that could stays, and says so. */
export function Preview({ letter, text }: { letter: string; text: string | undefined }) {
  const t = useT(words);
  const [chosen, setChosen] = useState<LetterCase | null>(null);
  const query = useLetterPreview(letter, text, chosen?.id ?? null);
  const [last, setLast] = useState<LetterPreview>();
  useEffect(() => {
    if (query.data) setLast(query.data);
  }, [query.data]);
  const shown = query.data ?? last;
  const now = query.error ? t.waiting : t.drawn;
  const state = query.isFetching || text === undefined ? t.drawing : now;
  return (
    <section className="card mb-3" aria-label={t.preview} aria-busy={query.isFetching}>
      <div className="card-header py-2 d-flex flex-wrap gap-2 align-items-center">
        <h2 className="card-title">{t.preview}</h2>
        <span className="small text-secondary me-auto" role="status">{state}</span>
        {shown?.pdf ? <PdfLink pdf={shown.pdf} /> : null}
      </div>
      <div className="card-body">
        <CasePicker letter={letter} chosen={chosen} onChoose={setChosen} />
        <Refused error={query.error} />
        {query.error && shown ? <p className="text-secondary mb-2">{t.oldPicture}</p> : null}
        {shown ? (
          <div className={query.error ? 'letter-old' : ''}>
            <p className={`alert ${shown.caseTitle === null ? 'alert-warning' : 'alert-info'} text-body py-2 mb-2`}>{shown.caseTitle === null ? t.sampleNote : t.realNote(shown.caseTitle)}</p>
            {shown.text === null ? <Pages pages={shown.pages} total={shown.total} /> : <MailView {...shown} />}
          </div>
        ) : null}
      </div>
    </section>
  );
}
