import { useState } from 'react';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { asPlayed } from '../../shared/place.js';
import { Problem } from '../../api/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { useRoles } from '../session/index.js';
import { Board } from './Board.js';
import { useBoard, useEnd } from './calls.js';
import { KeepDialog } from './kept/KeepDialog.js';
import { words as kept } from './kept/words.js';
import { words } from './words.js';

/** Above every screen of a rehearsal: that it is one, who is played, and what it waits for. */
export default function RehearsalBar({ id, username }: { id: string; username: string }) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  const roles = new Map(useRoles().map(({ key, name }) => [key, name[lang]]));
  const query = useBoard(id);
  const end = useEnd();
  const k = useT(kept);
  const [open, setOpen] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const over = query.error instanceof Problem && query.error.code === 'rehearsal-not-open';
  const leave = () => end.mutate(id, { onSuccess: () => window.location.assign('/admin/procedures') });
  const board = query.data;
  return (
    <section className="tertib-rehearsal border-bottom d-print-none" aria-label={t.bar}>
      <div className="container-xl py-2">
        <div className="d-flex flex-wrap align-items-center gap-2">
          <strong className="me-auto">{over ? t.ended : t.nothingReal}</strong>
          {board ? (
            <label className="d-flex align-items-center gap-2 mw-100">
              <span className="small text-nowrap">{t.as}</span>
              <select className="form-select form-select-sm" value={username} onChange={(event) => window.location.assign(asPlayed(id, event.target.value, '/tasks'))}>
                {board.people.map((person) => <option key={person.username} value={person.username}>{t.asWho(person.name, person.roles.map((role) => roles.get(role) ?? role).join(', '))}</option>)}
              </select>
            </label>
          ) : null}
          {board ? <button type="button" className="btn btn-sm" aria-expanded={open} onClick={() => setOpen(!open)}>{t.board}</button> : null}
          {board && !over ? <button type="button" className="btn btn-sm" onClick={() => setKeeping(true)}>{k.keep}</button> : null}
          {over ? <a className="btn btn-sm" href="/admin/procedures">{t.back}</a> : <button type="button" className="btn btn-sm" disabled={end.isPending} onClick={leave}>{t.end}</button>}
        </div>
        {keeping ? <KeepDialog rehearsal={id} onClose={() => setKeeping(false)} /> : null}
        {over ? null : <ProblemNote error={query.error ?? end.error} />}
        {open && board ? <div className="card card-body mt-2"><p className="small mb-2">{t.now(format.dateTime(board.now))}</p><Board id={id} board={board} /></div> : null}
      </div>
    </section>
  );
}
