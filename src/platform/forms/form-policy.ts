import { Injectable, Optional } from '@nestjs/common';
import type { Text } from '../../sdk/index.js';
import { jsonDanger } from '../kernel/index.js';
import { CHOICE_TYPES, childrenOf, FormDefinitionSchema, GRID_TYPES, type FormComponent, type FormDefinition } from './form-definition.js';
import { CodeLists } from './choices/code-lists.js';
import { CASE_TABLE } from './case-table.js';
import { unfitTable } from './policy/case-tables.js';
import { lostCodes } from './policy/codes.js';
import { lostConditions } from './policy/conditions.js';
import { isFitKey, RESERVED } from './policy/key.js';
import { COMMON, saysNothing, TYPES } from './policy/properties.js';
import { isPlainText } from './policy/text.js';

/** What keeps a form from being saved: the component's key, and a sentence. */
export interface FormFinding {
  readonly code: 'form-shape' | 'component-type' | 'component-key' | 'component-property' | 'component-options' | 'process-variable' | 'condition-field' | 'translation';
  readonly component: string;
  readonly message: Text;
}

const VARIABLE_TYPES = new Set(['textfield', 'number', 'checkbox', 'radio', 'select', 'selectboxes', 'datetime', 'day', 'time', 'email', 'phoneNumber', 'pilihProdusen', ...CHOICE_TYPES]);
/** How deep components may stand in others. */
export const DEEPEST = 8;

/** Forms hold no code: an allow-list of component types and of their properties; everything else is refused by name. */
@Injectable()
export class FormPolicy {
  /** @param lists - those that fields may be bound to; unknown outside a running application. */
  constructor(@Optional() private readonly lists?: CodeLists) {}

  /** As {@link check}, and whether the codes that the form names are there. */
  async judge(form: unknown): Promise<FormFinding[]> {
    const findings = this.check(form);
    return findings.length > 0 || !this.lists ? findings : lostCodes((form as FormDefinition).components, this.lists);
  }

  check(form: unknown): FormFinding[] {
    if (jsonDanger(form) !== null) return [{ code: 'form-shape', component: '', message: { id: 'Formulir bersarang terlalu dalam, atau memuat nama “__proto__”.', en: 'The form is nested too deeply, or contains the name “__proto__”.' } }];
    const frame = FormDefinitionSchema.safeParse(form);
    if (!frame.success) {
      const where = frame.error.issues[0];
      return [{ code: 'form-shape', component: String(where?.path.join('.') ?? ''), message: { id: `Kerangka formulir tidak sesuai: ${where?.path.join('.')}.`, en: `The form's frame does not fit: ${where?.path.join('.')}: ${where?.message}.` } }];
    }
    const findings: FormFinding[] = [];
    this.components(frame.data.components, findings, { keys: new Set(), inGrid: false, depth: 0 });
    // What is no form at all cannot be looked into any further.
    return [...findings, ...(findings.length === 0 ? this.conditions(frame.data.components) : []), ...this.texts(frame.data)];
  }

  private components(components: readonly FormComponent[], findings: FormFinding[], at: { keys: Set<string>; inGrid: boolean; depth: number }): void {
    for (const component of components) {
      const key = typeof component?.key === 'string' ? component.key : '?';
      const properties = typeof component === 'object' && component !== null ? TYPES[component.type] : undefined;
      if (!properties || !Object.hasOwn(TYPES, component.type) || at.depth > DEEPEST) {
        findings.push({ code: 'component-type', component: key, message: { id: `Jenis komponen “${component?.type}” tidak diperbolehkan.`, en: `The component type “${component?.type}” is not permitted.` } });
        continue;
      }
      if (!isFitKey(key) || at.keys.has(key)) {
        findings.push({ code: 'component-key', component: key, message: { id: `Nama “${key}” tidak sah atau dipakai dua kali.`, en: `The key “${key}” is not valid or used twice.` } });
      }
      at.keys.add(key);
      this.properties(component, properties, findings);
      this.options(component, at.inGrid, findings);
      this.components(childrenOf(component), findings, { keys: at.keys, inGrid: at.inGrid || GRID_TYPES.has(component.type), depth: at.depth + 1 });
    }
  }

  private properties(component: FormComponent, allowed: (typeof TYPES)[string], findings: FormFinding[]): void {
    for (const [name, value] of Object.entries(component)) {
      if (saysNothing(value)) continue;
      const check = Object.hasOwn(allowed, name) ? allowed[name] : Object.hasOwn(COMMON, name) ? COMMON[name] : undefined;
      if (check?.(value)) continue;
      findings.push({
        code: 'component-property',
        component: component.key,
        message: { id: `“${component.label ?? component.key}”: pengaturan “${name}” tidak diperbolehkan atau isinya tidak aman.`, en: `“${component.label ?? component.key}”: the setting “${name}” is not permitted, or what it holds is not safe.` },
      });
    }
  }

  private options(component: FormComponent, inGrid: boolean, findings: FormFinding[]): void {
    if (component['processVariable'] === true && (inGrid || !VARIABLE_TYPES.has(component.type))) {
      findings.push({ code: 'process-variable', component: component.key, message: { id: `“${component.key}” tidak dapat menjadi variabel proses.`, en: `“${component.key}” cannot become a process variable.` } });
    }
    if (component.type === 'pilihKode' && !component['scheme']) {
      findings.push({ code: 'component-options', component: component.key, message: { id: `“${component.label || component.key}”: pilih daftar kodenya.`, en: `“${component.label || component.key}”: choose its list of codes.` } });
    }
    if (component.type === CASE_TABLE) findings.push(...unfitTable(component));
    if (!['radio', 'select', 'selectboxes'].includes(component.type)) return;
    const data = component['data'] as { values?: unknown } | undefined;
    const list = (component.type === 'select' ? data?.values : component['values']) as { value?: unknown }[] | undefined;
    const values = (Array.isArray(list) ? list : []).map((option) => option?.value);
    const plain = values.every((value) => typeof value === 'string' && value !== '' && !RESERVED.has(value)) && new Set(values).size === values.length;
    // Form.io turns "1" and "true" into a number and a boolean unless it is told not to.
    const text = component['dataType'] === 'string' || component.type === 'selectboxes' || values.every((value) => !/^(true|false|-?\d+(\.\d+)?)$/.test(String(value)));
    if (plain && text) return;
    findings.push({
      code: 'component-options',
      component: component.key,
      message: { id: `“${component.key}”: nilai pilihan harus teks, tidak kosong dan tidak kembar; untuk angka pilih jenis data teks.`, en: `“${component.key}”: the values of the choices must be text, filled and distinct; for figures choose the data type string.` },
    });
  }

  private conditions(components: readonly FormComponent[]): FormFinding[] {
    return lostConditions(components).map(({ component, field }) => {
      const name = component.label || component.key;
      return { code: 'condition-field', component: component.key, message: { id: `“${name}”: syarat tampilnya melihat isian “${field}”, yang tidak ada. Pilih isian lain pada “Syarat tampil”, atau hapus syaratnya.`, en: `“${name}”: its condition looks at the field “${field}”, which is not there. Choose another one under “Conditional”, or remove the condition.` } };
    });
  }

  private texts(form: FormDefinition): FormFinding[] {
    const texts = [form.title.id, form.title.en, ...Object.entries(form.i18n?.en ?? {}).flat()];
    return texts.every((text) => isPlainText(text)) ? [] : [{ code: 'translation', component: '', message: { id: 'Judul atau terjemahan memuat kode.', en: 'The title or a translation contains code.' } }];
  }
}
