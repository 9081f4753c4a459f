import { useState } from 'react';
import type { FormDefinition } from '../../api/index.js';
import { download } from '../../shared/download.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { AreaField, Dialog } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useUser } from '../session/index.js';
import { localDraft } from './draftStore.js';
import { typedText } from './typed-text.js';
import { words } from './words.js';

const LINES = 12;

/** What this browser still has of a task that can no longer be filled in: to be copied to where it is needed, or thrown away. */
export function LeftTyped({ taskId, form }: { taskId: string; form: FormDefinition | null }) {
  const t = useT(words);
  const c = useT(common);
  const lang = useLanguage();
  const { id: userId } = useUser();
  const [draft, setDraft] = useState(() => localDraft.read(userId, taskId));
  const [asked, setAsked] = useState(false);
  const text = draft ? typedText(form, draft.data, { lang, yes: c.yes }) : '';
  if (!text) return null;
  const discard = () => {
    localDraft.clear(userId, taskId);
    setDraft(undefined);
  };
  return (
    <section className="alert alert-warning d-block text-body mb-3" aria-label={t.leftTyped}>
      <h2 className="h4 mb-1">{t.leftTyped}</h2>
      <p className="mb-2">{t.leftTypedLead}</p>
      <AreaField label={t.leftTypedText} readOnly rows={Math.min(LINES, text.split('\n').length + 1)} value={text} onFocus={(event) => event.target.select()} />
      <div className="btn-list">
        <button type="button" className="btn" onClick={() => download(t.leftTypedFile, new Blob([`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`], { type: 'text/plain' }))}>{t.leftTypedDownload}</button>
        <button type="button" className="btn" onClick={() => setAsked(true)}>{t.leftTypedDiscard}</button>
      </div>
      {asked ? (
        <Dialog title={t.leftTypedDiscard} onClose={() => setAsked(false)} footer={<><button type="button" className="btn" onClick={() => setAsked(false)}>{c.cancel}</button><button type="button" className="btn btn-danger" onClick={discard}>{t.leftTypedDiscard}</button></>}>
          <p className="mb-0">{t.leftTypedAsk}</p>
        </Dialog>
      ) : null}
    </section>
  );
}
