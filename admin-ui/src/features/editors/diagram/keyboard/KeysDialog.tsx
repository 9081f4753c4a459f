import { useT } from '../../../../shared/i18n/index.js';
import { Dialog } from '../../../../shared/ui/index.js';
import { KEYS, keyWords } from './words.js';

/** What each key does in the drawing. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useT(keyWords);
  return (
    <Dialog title={t.help} onClose={onClose} wide>
      <p>{t.lead}</p>
      <table className="table table-sm mb-0">
        <thead><tr><th scope="col">{t.key}</th><th scope="col">{t.use}</th></tr></thead>
        <tbody>{KEYS.map(([key, does]) => <tr key={does}><th scope="row"><kbd>{key}</kbd></th><td>{t.does(does)}</td></tr>)}</tbody>
      </table>
    </Dialog>
  );
}
