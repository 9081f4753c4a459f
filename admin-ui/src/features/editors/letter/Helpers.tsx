import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { helpersFor } from './helpers.js';
import { letterWords as words } from './words.js';

/** What a text may do with a field, in words and with an example. */
export function Helpers({ mail, onChoose }: { mail: boolean; onChoose: (make: () => string) => void }) {
  const t = useT(words);
  const lang = useLanguage();
  return (
    <details className="card">
      <summary className="card-header py-2"><h2 className="card-title">{t.helpers}</h2></summary>
      <div className="card-body">
        <p className="small text-secondary mb-2">{t.helpersLead}</p>
        <ul className="list-unstyled mb-0">
          {helpersFor(mail).map(({ words: said, text, becomes }) => (
            <li key={text} className="mb-2 text-break">
              <button type="button" className="btn btn-link p-0 text-start" onClick={() => onChoose(() => text)}>{said[lang]}</button>
              <span className="small text-secondary d-block"><code>{text}</code>{becomes ? ` · ${t.becomes(becomes)}` : ''}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
