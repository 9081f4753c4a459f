import type { Letterhead } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { FileField, TextField } from '../../shared/ui/index.js';
import { officeWords } from './officeWords.js';

const EMPTY: Letterhead = { government: '', office: '', address: '', contact: '', place: '', logo: '' };

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

export function LetterheadFields({ value, onChange }: { value: Letterhead | undefined; onChange: (next: Letterhead) => void }) {
  const t = useT(officeWords);
  const head = { ...EMPTY, ...value };
  const set = (change: Partial<Letterhead>) => onChange({ ...head, ...change });
  return (
    <>
      <TextField label={t.government} value={head.government} onChange={(e) => set({ government: e.target.value })} />
      <TextField label={t.letterOffice} value={head.office} onChange={(e) => set({ office: e.target.value })} />
      <TextField label={t.address} value={head.address} onChange={(e) => set({ address: e.target.value })} />
      <TextField label={t.contact} value={head.contact} onChange={(e) => set({ contact: e.target.value })} />
      <TextField label={t.place} value={head.place} onChange={(e) => set({ place: e.target.value })} />
      <FileField label={t.logo} accept="image/png,image/jpeg" onFile={(file) => void asDataUrl(file).then((logo) => set({ logo }))} />
      {head.logo ? <p><img src={head.logo} alt="" height="64" className="me-3" /><button type="button" className="btn btn-sm" onClick={() => set({ logo: '' })}>{t.removeLogo}</button></p> : null}
    </>
  );
}
