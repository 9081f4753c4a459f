import { useState } from 'react';
import { Icon, Link, ProblemNote, say, useT, useUser } from 'tertib/screens';
import type { Room } from '../../room/room.schemas.js';
import { useSheet } from './calls.js';
import { deliveriesWords } from './deliveries-words.js';
import { WithdrawDialog } from './WithdrawDialog.js';

/** What can be done with one producer's part, by whoever may. */
export function RoomActions({ room }: { room: Room }) {
  const t = useT(deliveriesWords);
  const user = useUser();
  const sheet = useSheet(room.id);
  const [withdrawing, setWithdrawing] = useState(false);
  const print = () => sheet.mutate(undefined, {
    onSuccess: ({ letterId, code }) => {
      say(t.sheetMade(code));
      window.location.assign(`/api/letters/${letterId}/pdf`);
    },
  });
  const mayWithdraw = user.can('satu-data.withdraw-data') && room.datasets.some(({ withdrawable }) => withdrawable !== null);
  return (
    <>
      <ProblemNote error={sheet.error} />
      <div className="d-flex flex-wrap gap-2 mb-3">
        {room.task ? <Link className="btn btn-primary" to={`/tasks/${room.task.id}`}>{room.task.paper ? t.recordPaper : t.task}</Link> : null}
        {room.waitsForLeader && user.can('satu-data.print-sheet') ? <button type="button" className="btn" disabled={sheet.isPending} onClick={print}><Icon name="signature" className="me-1" />{t.sheet}</button> : null}
        {mayWithdraw ? <button type="button" className="btn" onClick={() => setWithdrawing(true)}><Icon name="return" className="me-1" />{t.withdraw}</button> : null}
      </div>
      {withdrawing ? <WithdrawDialog room={room} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}
