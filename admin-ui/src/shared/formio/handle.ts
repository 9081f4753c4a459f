import type { FieldError, FormDefinition, FormValues } from '../../api/index.js';
import { language } from '../i18n/index.js';
import { LAYOUT, withoutHidden, written } from './prepare.js';
import { words } from './words.js';

export interface WebformComponent {
  key: string;
  path?: string;
  label?: string;
  component: { label?: string; type?: string; hidden?: boolean; clearOnHide?: boolean };
  visible: boolean;
  /** The name of a file that is on its way into this field. */
  uploading?: string;
  element?: HTMLElement;
  errors?: { message: string }[];
  /** Form.io shows these beside its own findings each time it looks again, unless they say `fromServer`. */
  serverErrors?: { level: string; message: string; path: string; fromServer: boolean }[];
  checkValidity(data: FormValues, dirty: boolean, row: FormValues): boolean;
  setCustomValidity(message: string, dirty: boolean): void;
  focus?(): void;
}

/** As much of Form.io's webform as the screens use. */
export interface Webform {
  data: FormValues;
  element: HTMLElement;
  submission: { data: FormValues };
  ready: Promise<unknown>;
  on(event: string, tell: (...values: never[]) => void): void;
  checkValidity(data: FormValues, dirty: boolean, row: FormValues): boolean;
  everyComponent(visit: (component: WebformComponent) => void): void;
  getComponent(path: string): WebformComponent | undefined;
  setSubmission(submission: { data: FormValues }): Promise<unknown>;
  destroy(all: boolean): void;
}

/** A form on the screen, as the page around it may use it. */
export interface FormHandle {
  /** What is typed now, as it is sent: a copy. */
  values(): FormValues;
  /** Writes these values; the other fields stay as they are. */
  fill(values: FormValues): void;
  /** Marks what is wrong and lists it; empty when the form may be sent. */
  validate(): FieldError[];
  /** Marks what the server did not accept. */
  mark(errors: FieldError[]): void;
  /** Puts the cursor into the field of an error. */
  focus(path: string): void;
}

// The server writes list positions as `rows.0.name`, Form.io as `rows[0].name`.
const formioPath = (path: string): string => path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');

function find(webform: Webform, path: string): WebformComponent | undefined {
  const wanted = formioPath(path.replace(/^data\./, ''));
  let found: WebformComponent | undefined;
  webform.everyComponent((component) => {
    if (component.path === wanted) found = component;
  });
  // A field that draws its own rows has no field of Form.io for each of its cells.
  const outer = wanted.replace(/(\[\d+\])?\.?[^.[\]]*$/, '');
  return found ?? webform.getComponent(wanted) ?? (outer && outer !== wanted ? find(webform, outer) : undefined);
}

/** Sent now, the form would go without them, or be told that they are missing. */
function uploads(webform: Webform): FieldError[] {
  const found: FieldError[] = [];
  webform.everyComponent(({ visible, uploading, path, key }) => {
    if (visible && uploading !== undefined) found.push({ path: path ?? key, message: words[language()].stillUploading(uploading) });
  });
  return found;
}

/** What a condition hides, and the form keeps meanwhile. */
function keptHidden(webform: Webform): string[] {
  const found: string[] = [];
  webform.everyComponent(({ visible, path, component: { clearOnHide, hidden } }) => {
    if (!visible && path && clearOnHide === false && hidden !== true) found.push(path);
  });
  return found;
}

/** @param onFilled - told once values were written from outside. */
export function handleOf(webform: Webform, form: FormDefinition, onFilled: () => void): FormHandle {
  return {
    values: () => withoutHidden(structuredClone(written(form, webform.data)), keptHidden(webform)),
    fill: (values) => void webform.setSubmission({ data: structuredClone({ ...webform.data, ...values }) }).then(onFilled),
    validate() {
      webform.everyComponent((component) => { component.serverErrors = []; });
      const waiting = uploads(webform);
      if (waiting.length > 0) return waiting;
      if (webform.checkValidity(webform.data, true, webform.data)) return [];
      const errors: FieldError[] = [];
      webform.everyComponent((component) => {
        // They repeat what is wrong with the fields in them.
        const first = component.visible && !LAYOUT.has(component.component.type ?? '') ? component.errors?.[0] : undefined;
        const path = component.path ?? component.key;
        if (first && !errors.some((error) => error.path.startsWith(`${path}.`) || error.path.startsWith(`${path}[`))) errors.push({ path, message: first.message });
      });
      return errors.filter((one) => !errors.some((other) => other !== one && (other.path.startsWith(`${one.path}[`) || other.path.startsWith(`${one.path}.`))));
    },
    mark(errors) {
      for (const error of errors) {
        const component = find(webform, error.path);
        if (!component) continue;
        component.serverErrors = [{ level: 'error', message: error.message, path: component.path ?? component.key, fromServer: false }];
        component.setCustomValidity(error.message, true);
      }
    },
    focus(path) {
      const component = find(webform, path);
      const target = component?.element?.querySelector<HTMLElement>('input:not([type=hidden]):not([disabled]), select, textarea, button');
      (target ?? component?.element)?.scrollIntoView({ block: 'center' });
      target?.focus();
    },
  };
}
