import type { FormDefinition, FormPart } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../../shared/i18n/index.js';
import { Async, Dialog, ProblemNote } from '../../../../shared/ui/index.js';
import { useParts, useRemovePart } from '../../calls.js';
import { withCopy } from './copies.js';
import { MakePart } from './MakePart.js';
import { partWords } from './words.js';

interface Props {
  form: FormDefinition;
  onChange: (form: FormDefinition) => void;
  onClose: () => void;
}

/** All parts by version, with where each is used; a form takes one, or gives a group of its own. */
export function PartsDialog({ form, onChange, onClose }: Props) {
  const t = useT(partWords);
  const parts = useParts();
  const remove = useRemovePart();
  const put = (next: FormDefinition) => {
    onChange(next);
    onClose();
  };
  return (
    <Dialog wide title={t.title} onClose={onClose}>
      <p className="text-secondary">{t.lead}</p>
      <ProblemNote error={remove.error} />
      <Async query={parts}>
        {(all) => (
          <>
            {all.length === 0 ? <p>{t.none}</p> : null}
            <ul className="list-group mb-3">
              {all.toReversed().map((part) => <Version key={`${part.key} ${part.version}`} part={part} onInsert={() => put(withCopy(form, part))} onRemove={() => remove.mutate(part)} />)}
            </ul>
            <MakePart form={form} parts={all} onMade={(part, at) => put(withCopy(form, part, at))} />
          </>
        )}
      </Async>
    </Dialog>
  );
}

function Version({ part, onInsert, onRemove }: { part: FormPart; onInsert: () => void; onRemove: () => void }) {
  const t = useT(partWords);
  const lang = useLanguage();
  const { title, version, usedBy } = part;
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center py-2">
      <span className="me-auto">
        <strong className="d-block">{t.version(title[lang], version)}</strong>
        <span className="small text-secondary">{usedBy.length > 0 ? t.usedBy(usedBy.map((one) => one.title[lang]).join(', ')) : t.unused}</span>
      </span>
      <button type="button" className="btn btn-sm btn-outline-primary" aria-label={t.insertLabel(title[lang], version)} onClick={onInsert}>{t.insert}</button>
      {usedBy.length === 0 ? <button type="button" className="btn btn-sm" aria-label={t.removeLabel(title[lang], version)} onClick={onRemove}>{t.remove}</button> : null}
    </li>
  );
}
