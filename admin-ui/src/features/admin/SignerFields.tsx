import type { Signer } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { SelectField, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { officeWords } from './officeWords.js';
import { words } from './words.js';

const EMPTY: Signer = { key: '', name: '', title: '', rank: '', nip: '', prefix: '', onBehalfOf: '' };
const PREFIXES: Signer['prefix'][] = ['', 'a.n.', 'Plh.', 'Plt.'];

/** Who signs letters, with the full title and NIP that belong under the signature. */
export function SignerFields({ value, onChange }: { value: Signer[]; onChange: (next: Signer[]) => void }) {
  const t = useT(words);
  const own = useT(officeWords);
  const c = useT(common);
  const set = (index: number, change: Partial<Signer>) => onChange(value.map((one, i) => (i === index ? { ...one, ...change } : one)));
  return (
    <>
      {value.map((signer, index) => (
        <fieldset key={index} className="border rounded p-3 mb-3">
          <legend className="form-label float-none w-auto px-1 mb-0">{own.signer(signer.key || String(index + 1))}</legend>
          <div className="row">
            <div className="col-12 col-md-4"><TextField label={own.key} hint={own.keyHint} required pattern="[a-z][a-z0-9\-]*" value={signer.key} onChange={(e) => set(index, { key: e.target.value })} /></div>
            <div className="col-12 col-md-8"><TextField label={t.fullName} required value={signer.name} onChange={(e) => set(index, { name: e.target.value })} /></div>
            <div className="col-12 col-md-6"><TextField label={t.jobTitle} value={signer.title} onChange={(e) => set(index, { title: e.target.value })} /></div>
            <div className="col-12 col-md-6"><TextField label={own.rank} value={signer.rank} onChange={(e) => set(index, { rank: e.target.value })} /></div>
            <div className="col-12 col-md-6"><TextField label={t.nip} value={signer.nip} onChange={(e) => set(index, { nip: e.target.value })} /></div>
            <div className="col-12 col-md-3">
              <SelectField label={own.prefix} value={signer.prefix} onChange={(e) => set(index, { prefix: e.target.value as Signer['prefix'] })}>
                {PREFIXES.map((prefix) => <option key={prefix} value={prefix}>{prefix || own.none}</option>)}
              </SelectField>
            </div>
            {signer.prefix ? <div className="col-12 col-md-3"><TextField label={own.onBehalfOf} value={signer.onBehalfOf} onChange={(e) => set(index, { onBehalfOf: e.target.value })} /></div> : null}
          </div>
          <button type="button" className="btn btn-sm" onClick={() => onChange(value.filter((_, i) => i !== index))}>{c.remove}</button>
        </fieldset>
      ))}
      <button type="button" className="btn" onClick={() => onChange([...value, EMPTY])}>{own.addSigner}</button>
    </>
  );
}
