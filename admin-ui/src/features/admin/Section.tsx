import type { ReactNode } from 'react';

/** A card of the settings: heading, at most one primary action, content. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="card mb-3" aria-label={title}>
      <div className="card-header flex-wrap gap-2">
        <h2 className="card-title me-auto">{title}</h2>
        <div className="btn-list">{action}</div>
      </div>
      {children}
    </section>
  );
}
