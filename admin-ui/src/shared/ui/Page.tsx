import { useEffect, type ReactNode } from 'react';

interface Props {
  title: string;
  before?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: one heading, at most one primary action beside it, the content below. */
export function Page({ title, before, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Tertib`;
  }, [title]);
  return (
    <>
      <header className="page-header">
        <div className="container-xl d-flex flex-wrap align-items-end gap-2">
          <div className="me-auto min-w-0">
            {before ? <div className="page-pretitle">{before}</div> : null}
            <h1 className="page-title">{title}</h1>
          </div>
          {actions ? <div className="btn-list">{actions}</div> : null}
        </div>
      </header>
      <div className="page-body"><div className="container-xl">{children}</div></div>
    </>
  );
}
