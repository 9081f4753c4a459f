import { Components, Formio } from '@formio/js/form';
import type { FormComponent } from '../../api/index.js';

/** As much of Form.io's component class as our own field types lean on; the package's types are loose. */
export interface FieldInstance {
  id: string;
  key: string;
  component: FormComponent & { disabled?: boolean; validate?: { required?: boolean } };
  options: FormOptions;
  data: Record<string, unknown>;
  root: { data: Record<string, unknown> } | undefined;
  dataValue: unknown;
  refs: Record<string, HTMLElement | undefined>;
  disabled: boolean;
  builderMode: boolean;
  attached: boolean;
  render(element: string): string;
  attach(element: HTMLElement): Promise<void>;
  detach(): void;
  loadRefs(element: HTMLElement, refs: Record<string, 'single' | 'multiple'>): void;
  setValue(value: unknown, flags?: object): boolean;
  updateValue(value: unknown, flags?: object): boolean;
  t(text: string): string;
}

/** What a form is told by the screen that shows it. */
export interface FormContext {
  caseId?: string;
  taskId?: string;
  /** The procedure that the form starts. */
  procedureKey?: string;
  /** Where the server knows the form of a plugin's page, below `/api`. */
  page?: string;
  /** Tried out by whoever makes the form: nothing is stored. */
  preview?: Preview;
}

/** Who a form is tried out as. */
export interface Preview {
  /** Whether he may look at the list of offices. */
  choosesOffices: boolean;
}

export interface FormOptions {
  tertib?: FormContext;
  [option: string]: unknown;
}

interface FieldClass {
  new (component: FormComponent, options: FormOptions, data: Record<string, unknown>): FieldInstance;
  schema(...extend: object[]): FormComponent;
}

const shipped = (Components as unknown as { components: { field: FieldClass; textarea: FieldClass } }).components;
export const FormioField = shipped.field;
export const FormioTextarea = shipped.textarea;

export interface BuilderInfo {
  title: string;
  group: string;
  icon: string;
  weight: number;
  schema: FormComponent;
}

interface EditForm {
  components: FormComponent[];
}
type MakeEditForm = (...tabs: object[][]) => EditForm;

/** The base class's edit form, whose `tabs` the builder looks for, with our own settings in the first of them and what the builder was told to change. */
export function editFormWith(settings: FormComponent[], extend: object[][]): EditForm {
  const make = (Components as unknown as { baseEditForm: MakeEditForm }).baseEditForm;
  return make([{ key: 'display', components: settings }], ...extend);
}

export { Components, Formio };
