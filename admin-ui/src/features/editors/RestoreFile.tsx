import { useQueryClient } from '@tanstack/react-query';
import type { CheckFinding } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { ProblemNote, say } from '../../shared/ui/index.js';
import { useSaveDraft } from './calls.js';
import { placeOf } from './place.js';
import { words } from './words.js';

/** Brings a file back that is still needed: as a draft, which can be discarded again. */
export function RestoreFile({ finding: { path, repair }, content }: { finding: CheckFinding; content: string }) {
  const t = useT(words);
  const lang = useLanguage();
  const client = useQueryClient();
  const { kind = 'forms', key = '' } = placeOf(path) ?? {};
  const save = useSaveDraft(kind, key);
  const restore = () => save.mutate({ content }, {
    onSuccess: () => {
      say(t.restoredFile);
      void client.invalidateQueries({ queryKey: ['check'] });
    },
  });
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-primary" disabled={save.isPending || save.isSuccess} onClick={restore}>{repair?.label[lang]}</button>
      <ProblemNote error={save.error} />
    </>
  );
}
