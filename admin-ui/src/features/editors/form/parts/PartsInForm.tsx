import { useState } from 'react';
import type { FormDefinition, FormPart } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../../shared/i18n/index.js';
import { useParts } from '../../calls.js';
import { ChangesDialog } from './ChangesDialog.js';
import { copiesIn, detached, withCopy, type Copy } from './copies.js';
import { partWords } from './words.js';

interface Props {
  form: FormDefinition;
  onChange: (form: FormDefinition) => void;
}

const newest = (parts: FormPart[] | undefined, key: string): FormPart | undefined => parts?.findLast((part) => part.key === key);

/** The copies of parts in a form: of which version, and whether there is a newer one. */
export function PartsInForm({ form, onChange }: Props) {
  const t = useT(partWords);
  const lang = useLanguage();
  const parts = useParts();
  const [looked, setLooked] = useState<{ copy: Copy; to: FormPart }>();
  const copies = copiesIn(form);
  if (copies.length === 0) return null;
  const nameOf = (copy: Copy): string => newest(parts.data, copy.key)?.title[lang] ?? copy.name;
  return (
    <section className="card mb-3" aria-label={t.inForm}>
      <ul className="list-group list-group-flush">
        {copies.map((copy) => {
          const last = newest(parts.data, copy.key);
          const isOld = last !== undefined && last.version > copy.version;
          return (
            <li key={copy.at} className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
              <span className="me-auto">{t.version(nameOf(copy), copy.version)}{isOld ? <> – <strong>{t.newer(last.version)}</strong></> : null}</span>
              {isOld ? <button type="button" className="btn btn-sm btn-outline-primary" aria-label={t.lookLabel(nameOf(copy))} onClick={() => setLooked({ copy, to: last })}>{t.look}</button> : null}
              <button type="button" className="btn btn-sm" aria-label={t.detachLabel(nameOf(copy))} onClick={() => onChange(detached(form, copy))}>{t.detach}</button>
            </li>
          );
        })}
      </ul>
      {looked ? (
        <ChangesDialog
          name={nameOf(looked.copy)} pin={looked.copy} to={looked.to.version} onClose={() => setLooked(undefined)}
          onTake={() => {
            onChange(withCopy(form, looked.to, looked.copy.at));
            setLooked(undefined);
          }}
        />
      ) : null}
    </section>
  );
}
