import type { Draft } from '../../api/index.js';
import { useLanguage, useT } from '../../shared/i18n/index.js';
import { useEditedCheck, type Kind } from './calls.js';
import { Findings } from './FindingList.js';
import type { useEditing } from './useEditing.js';
import { words } from './words.js';

interface Props {
  kind: Kind;
  draft: Draft;
  work: Pick<ReturnType<typeof useEditing>, 'text' | 'mend' | 'undo'>;
}

/** What would keep the drafts from being published as they stand now, this one unsaved; each with its place and, where one is known, a repair. */
export function LiveFindings({ kind, draft, work: { text, mend, undo } }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const { data, error, isPlaceholderData, isPending } = useEditedCheck(kind, draft.key, text);
  const findings = data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rest = findings.length - errors;
  const said = findings.length ? [errors ? t.mustMend(errors) : '', rest ? t.mayLook(rest) : ''].filter(Boolean).join(', ') : t.clean;
  const summary = isPending ? t.checking : said;
  return (
    <section className="card mt-3" aria-label={t.liveCheck} aria-busy={isPlaceholderData || isPending}>
      <div className="card-header py-2 d-flex flex-wrap gap-2 align-items-center">
        <h2 className="card-title">{t.liveCheck}</h2>
        <span className="me-auto" role="status">{error ? t.checkFailed : summary}</span>
        {undo ? <span className="d-flex flex-wrap gap-2 align-items-center" role="status">{t.mended(undo.label)}<button type="button" className="btn btn-sm" onClick={undo.run}>{t.undo}</button></span> : null}
      </div>
      {!error && findings.length ? (
        <div className="card-body p-2 live-findings">
          <Findings
            findings={findings}
            mend={({ path, repair }) => (repair && path === draft.path && repair.edit !== 'file' ? <button type="button" className="btn btn-sm btn-outline-primary text-wrap" onClick={() => mend(repair)}>{repair.label[lang]}</button> : null)}
          />
        </div>
      ) : null}
    </section>
  );
}
