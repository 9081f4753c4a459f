import { useState, type FormEvent } from 'react';
import { Dialog, Problem, ProblemNote, say, SelectField, TextField, useLanguage, useT } from 'tertib/screens';
import type { CodePage, CodeView } from '../../code-lists/code-list.schemas.js';
import { useEditCodes } from './calls.js';
import { codeWords } from './words.js';

const FIELDS = ['code', 'titleId', 'titleEn', 'parent', 'level', 'validFrom', 'validTo', 'replacedBy', 'pair'] as const;
type Field = (typeof FIELDS)[number];
type Typed = Record<Field, string>;

const typedOf = (code: CodeView | null): Typed => ({
  code: code?.code ?? '', titleId: code?.title.id ?? '', titleEn: code && code.title.en !== code.title.id ? code.title.en : '', parent: code?.parent ?? '', level: code?.level ?? '', validFrom: code?.validFrom ?? '', validTo: code?.validTo ?? '', replacedBy: code?.replacedBy ?? '', pair: code?.pair ?? '',
});

/** A new code, or one that is changed or ended. What was typed stays until it is saved, also where somebody else was faster. */
export function CodeDialog({ list, code, onClose }: { list: CodePage['list']; code: CodeView | null; onClose: () => void }) {
  const t = useT(codeWords);
  const language = useLanguage();
  const [typed, setTyped] = useState(() => typedOf(code));
  const [note, setNote] = useState('');
  const saving = useEditCodes(list.scheme, () => { say(t.saved); onClose(); });
  const held = list.pairedWith?.heldHere === true;
  const field = (key: Field) => {
    const error = saving.error instanceof Problem ? saving.error.errors.find(({ path }) => path === `codes.0.${key}`)?.message : undefined;
    return { value: typed[key], ...(error && { error }), onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }) };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Pairs that another list holds are not this one's to say.
    const { pair, ...own } = typed;
    saving.mutate({ version: list.version, note, codes: [held ? { ...own, pair } : own] });
  };
  return (
    <Dialog
      title={code ? t.editOf(code.code) : t.addCode} onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="code" className="btn btn-primary" disabled={saving.isPending}>{t.save}</button></>}
    >
      <form id="code" onSubmit={submit}>
        <ProblemNote error={saving.error} />
        {code ? null : <TextField label={t.code} required maxLength={100} {...field('code')} />}
        <TextField label={t.name} required maxLength={300} {...field('titleId')} />
        <TextField label={t.nameEn} hint={t.nameEnHint} maxLength={300} {...field('titleEn')} />
        {code ? null : <TextField label={t.parent} hint={t.parentHint} maxLength={100} {...field('parent')} />}
        {list.levels.length > 0 ? (
          <SelectField label={t.level} required {...field('level')}>
            <option value="" />
            {list.levels.map(({ key, title }) => <option key={key} value={key}>{title[language]}</option>)}
          </SelectField>
        ) : null}
        <div className="row">
          <div className="col-sm-6"><TextField type="date" label={t.validFrom} hint={t.validFromHint} {...field('validFrom')} /></div>
          <div className="col-sm-6"><TextField type="date" label={t.validTo} hint={t.validToHint} {...field('validTo')} /></div>
        </div>
        <TextField label={t.replaced} maxLength={100} {...field('replacedBy')} />
        {held ? <TextField label={t.pairCode} maxLength={100} {...field('pair')} /> : list.pairedWith ? <p className="text-secondary">{t.heldThere(list.pairedWith.title[language])}</p> : null}
        <TextField label={t.note} hint={t.noteHint} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </form>
    </Dialog>
  );
}
