import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import type { FileRef, FormComponent } from '../../api/index.js';
import { queryClient } from '../queryClient.js';
import { FormioField, type FormContext } from './base.js';
import { upload } from './fields/upload.js';

/** What a field type of ours is given to draw itself. */
export interface ViewProps<V> {
  id: string;
  component: FormComponent;
  value: V | undefined;
  onChange: (value: V | null) => void;
  /** Brings a file to the store; the form is not sent before it is there. */
  upload: (file: File) => Promise<FileRef>;
  disabled: boolean;
  required: boolean;
  context: FormContext;
  /** The data around the field: of its row in a grid, and of the whole form. */
  row: Record<string, unknown>;
  data: Record<string, unknown>;
  /** Says a text of the form in the language of the screen. */
  say: (text: string) => string;
}

/** A Form.io field whose inside React draws: Form.io keeps label, value, conditions and messages. */
export abstract class ReactField<V> extends FormioField {
  /** The file that is on its way. */
  uploading: string | undefined;
  private reactRoot: Root | undefined;

  protected abstract view(props: ViewProps<V>): React.ReactNode;

  override render(): string {
    return super.render('<div ref="mount"></div>');
  }

  override async attach(element: HTMLElement): Promise<void> {
    await super.attach(element);
    this.loadRefs(element, { mount: 'single' });
    const mount = this.refs.mount;
    if (!mount) return;
    this.reactRoot = createRoot(mount);
    this.draw();
  }

  override detach(): void {
    const root = this.reactRoot;
    this.reactRoot = undefined;
    // React refuses to unmount in the middle of a render of its own, which may be what made Form.io redraw.
    if (root) queueMicrotask(() => root.unmount());
    super.detach();
  }

  override setValue(value: unknown, flags: object = {}): boolean {
    const changed = this.updateValue(value, flags);
    this.draw();
    return changed;
  }

  getValue(): unknown {
    return this.dataValue;
  }

  protected change(value: V | null): void {
    this.updateValue(value ?? (this as unknown as { emptyValue: unknown }).emptyValue, { modified: true });
    this.draw();
  }

  private async upload(file: File): Promise<FileRef> {
    this.uploading = file.name;
    try {
      return await upload(file, this.options.tertib ?? {});
    } finally {
      this.uploading = undefined;
    }
  }

  private draw(): void {
    const props: ViewProps<V> = {
      id: `${this.id}-${this.component.key}`,
      component: this.component,
      value: this.dataValue as V | undefined,
      onChange: (value) => this.change(value),
      upload: (file) => this.upload(file),
      disabled: this.disabled || this.builderMode || this.options['readOnly'] === true,
      required: this.component.validate?.required === true,
      context: this.options.tertib ?? {},
      row: this.data,
      data: this.root?.data ?? this.data,
      say: (text) => this.t(text),
    };
    this.reactRoot?.render(<QueryClientProvider client={queryClient}>{this.view(props)}</QueryClientProvider>);
  }
}
