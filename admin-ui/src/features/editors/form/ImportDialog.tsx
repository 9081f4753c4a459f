import { useEffect } from 'react';
import type { ImportedForm } from '../../../api/index.js';
import { useT } from '../../../shared/i18n/index.js';
import { Dialog, Loading, ProblemNote } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { useImportForm } from '../calls.js';
import { ImportReport } from './ImportReport.js';
import { formWords } from './words.js';

interface Props {
  file: File;
  /** How many parts the draft has now, which go. */
  replaces: number;
  onTake: (form: ImportedForm) => void;
  onClose: () => void;
}

/** What a file holds, and what of it cannot stand here; nothing is taken before somebody says so. */
export function ImportDialog({ file, replaces, onTake, onClose }: Props) {
  const t = useT(formWords);
  const c = useT(common);
  const reading = useImportForm();
  const { data: form, error } = reading;
  useEffect(() => {
    void file.text().then((text) => reading.mutate(text));
  }, [file]);
  return (
    <Dialog
      wide
      title={t.importTitle(file.name)}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="button" className="btn btn-primary" disabled={!form?.taken} onClick={() => form && onTake(form)}>{form ? t.take(form.taken) : t.takeNothing}</button></>}
    >
      <ProblemNote error={error} />
      {form ? <ImportReport form={form} /> : error ? null : <Loading lines={4} />}
      {form?.taken && replaces ? <p className="mb-0">{t.replaces(replaces)}</p> : null}
      {form && !form.taken ? <p className="mb-0">{t.nothingToTake}</p> : null}
    </Dialog>
  );
}
