import { Link } from 'react-router';
import { useT } from '../../../shared/i18n/index.js';
import { words } from '../words.js';
import type { Missing } from './english.js';
import { formWords } from './words.js';

/** Texts that people who chose English would read in Indonesian; a way to each. It keeps nothing from being published. */
export function MissingEnglish({ missing }: { missing: Missing[] }) {
  const t = useT(formWords);
  const w = useT(words);
  if (missing.length === 0) return null;
  return (
    <details className="card card-body py-2 mt-3 missing-english">
      <summary><span role="status">{t.missingEnglish(missing.reduce((sum, { texts }) => sum + texts.length, 0))}</span></summary>
      <p className="text-secondary small mb-2 mt-2">{t.missingEnglishHint}</p>
      <ul className="list-group">
        {missing.map(({ key, texts }) => (
          <li key={key} className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
            <span className="text-break me-auto">{texts.map((text) => `“${text}”`).join(', ')}</span>
            <Link className="btn btn-sm" to={`?at=${encodeURIComponent(key)}`} aria-label={`${w.jump} ${texts[0]} (${key})`}>{w.jump}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
