import { useState, type FormEvent } from 'react';
import type { NewAccount } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Dialog, FileField, ProblemNote, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useRoles } from '../session/index.js';
import { useWrite } from './calls.js';
import { words } from './words.js';

interface Props {
  onClose: () => void;
  onDone: (accounts: NewAccount[]) => void;
}

/** Spreadsheets on Windows often save in its old encoding, where a name with an accent is not valid UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** People from a spreadsheet: a file or pasted text, seen before it is sent. */
export function ImportDialog({ onClose, onDone }: Props) {
  const t = useT(words);
  const c = useT(common);
  const run = useWrite<{ offices: number; accounts: NewAccount[] }>('users', 'offices');
  const roles = useRoles();
  const [csv, setCsv] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate({ path: '/users/import', method: 'POST', body: { csv } }, {
      onSuccess: ({ accounts, offices }) => {
        say(t.imported(accounts.length, offices));
        onDone(accounts);
      },
    });
  };
  return (
    <Dialog
      title={t.import}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="import" className="btn btn-primary" disabled={run.isPending || !csv.trim()}>{t.import}</button></>}
    >
      <form id="import" onSubmit={submit}>
        <p className="text-secondary">{t.importHint}</p>
        <p><code className="text-break">username,nama,jabatan,nip,email,peran,kode_kantor,nama_kantor,jenis_kantor</code></p>
        <p className="text-secondary">{t.importRoles(roles.map(({ key }) => key).join(', '))}</p>
        <ProblemNote error={run.error} />
        <FileField label={t.importFile} accept=".csv,text/csv" onFile={(file) => void textOf(file).then(setCsv)} />
        <AreaField label={t.importText} rows={8} className="form-control font-monospace" value={csv} onChange={(e) => setCsv(e.target.value)} />
      </form>
    </Dialog>
  );
}
