import { Link } from 'react-router';
import type { MigrationOrder } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async } from '../../shared/ui/index.js';
import { useOrders } from './calls.js';
import { words } from './words.js';

export const BADGE: Record<MigrationOrder['state'], string> = { running: 'bg-blue-lt', done: 'bg-green-lt', cancelled: 'bg-secondary-lt' };

/** What was moved when, by whom and why. */
export function OrderList() {
  const t = useT(words);
  const format = useFormat();
  return (
    <section className="card" aria-label={t.moves}>
      <div className="card-header"><h2 className="card-title">{t.moves}</h2></div>
      <Async query={useOrders()}>
        {(orders) => (orders.length ? (
          <ol className="list-group list-group-flush">
            {orders.map((order) => (
              <li key={order.id} className="list-group-item py-2">
                <Link className="fw-bold" to={`/procedures/moves/${order.id}`}>{t.fromTo(order.fromVersion, order.toVersion)}</Link>
                <span className={`badge tertib-badge ms-2 ${BADGE[order.state]}`}>{t[order.state]}</span>
                <div className="text-break">{order.reason}</div>
                <div className="small text-secondary">{`${t.moved}: ${format.number(order.moved)} · ${t.refused}: ${format.number(order.refused)}`}</div>
                <div className="small text-secondary">{t.orderedBy(order.orderedByName ?? '–', format.dateTime(order.createdAt))}</div>
              </li>
            ))}
          </ol>
        ) : <p className="card-body text-secondary mb-0">{t.noMoves}</p>)}
      </Async>
    </section>
  );
}
