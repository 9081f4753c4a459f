import { useEffect, useState } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { usePreview } from '../calls.js';
import { Refused } from '../FindingList.js';
import { words } from '../words.js';

function asAddress(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}

/** What the text of the moment becomes, with made-up data; nothing is saved by looking. */
export function Preview({ letter, read }: { letter: string; read: () => string }) {
  const t = useT(words);
  const draw = usePreview(letter);
  const [address, setAddress] = useState<string>();
  const pdf = draw.data?.pdf;
  useEffect(() => {
    if (!pdf) return undefined;
    const made = asAddress(pdf);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [pdf]);
  return (
    <section className="card mb-3" aria-label={t.preview}>
      <div className="card-header py-2">
        <h2 className="card-title me-auto">{t.preview}</h2>
        <button type="button" className="btn btn-sm" disabled={draw.isPending} onClick={() => draw.mutate(read())}>{t.draw}</button>
      </div>
      <div className="card-body" role="status">
        <Refused error={draw.error} />
        {draw.isPending ? <p className="text-secondary mb-0">{t.drawing}</p> : null}
        {address ? <p className="mb-0"><a className="btn btn-primary w-100" href={address} target="_blank" rel="noreferrer">{t.openPdf}</a></p> : null}
        {draw.data?.text ? <><p className="fw-bold mb-2">{draw.data.subject}</p><pre className="mail-text mb-0">{draw.data.text}</pre></> : null}
        {draw.isIdle ? <p className="text-secondary mb-0">{t.previewLead}</p> : null}
      </div>
    </section>
  );
}
