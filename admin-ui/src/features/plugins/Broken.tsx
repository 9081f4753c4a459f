import { Component, type ReactNode } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { PluginFault } from './load.js';
import { words } from './words.js';

/** Says that a plugin's page does not work, and whose fault it is. */
export function BrokenPage({ plugin, error }: { plugin: string; error: unknown }) {
  const t = useT(words);
  return (
    <div className="alert alert-danger" role="alert">
      <div className="flex-fill">
        <h2 className="alert-heading h4">{t.broken}</h2>
        <div className="text-body">{t.failed(plugin)}{error instanceof PluginFault ? ` ${t[error.fault]}` : ''}</div>
        <div className="small mt-1 text-break"><code>{error instanceof PluginFault ? error.reason : String(error)}</code></div>
        <button type="button" className="btn btn-sm mt-2" onClick={() => window.location.reload()}>{t.reload}</button>
      </div>
    </div>
  );
}

interface Props {
  children: ReactNode;
  broken: (error: unknown) => ReactNode;
}

/** Keeps what a page throws while it is drawn from the rest of the admin. */
export class Fence extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'undefined' };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.broken(this.state.error);
  }
}
