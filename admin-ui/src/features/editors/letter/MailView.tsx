import { useState } from 'react';
import type { LetterPreview } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { letterWords as words } from './words.js';

/** A mail as its receiver has it, on a computer or a telephone. */
export function MailView({ subject, text, from, to }: Pick<LetterPreview, 'subject' | 'text' | 'from' | 'to'>) {
  const t = useT(words);
  const [phone, setPhone] = useState(false);
  const receivers = to?.length ? to.join(', ') : to ? t.toNobody : t.toLater;
  return (
    <>
      <div className="btn-group mb-2" role="group">
        {[false, true].map((one) => <button key={String(one)} type="button" className={`btn btn-sm ${phone === one ? 'btn-primary' : ''}`} aria-pressed={phone === one} onClick={() => setPhone(one)}>{one ? t.phone : t.computer}</button>)}
      </div>
      <div className={`mail-frame ${phone ? 'phone' : ''}`}>
        <dl>
          <dt>{t.from}</dt><dd>{from}</dd>
          <dt>{t.to}</dt><dd>{receivers}</dd>
          <dt>{t.subjectShort}</dt><dd className="fw-bold">{subject}</dd>
        </dl>
        <pre>{text}</pre>
      </div>
      <p className="small text-secondary mt-2 mb-0">{t.plainMail}</p>
    </>
  );
}
