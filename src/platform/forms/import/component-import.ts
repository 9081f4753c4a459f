import type { Text } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';
import { DEEPEST } from '../form-policy.js';
import { TYPES } from '../policy/properties.js';
import { isPlainMarkup } from '../policy/text.js';
import { isRecord } from '../validation/empty.js';
import { CHOICE_TYPES, withChoices } from './choices.js';
import { converted, lifted } from './conversions.js';
import type { ImportNote } from './import-report.js';
import { Keys } from './keys.js';
import { Change, Reason } from './reasons.js';
import { fitted } from './settings.js';

type Foreign = Readonly<Record<string, unknown>> & { readonly type: string };
type Inside = readonly string[];

const isForeign = (value: unknown): value is Foreign => isRecord(value) && typeof value['type'] === 'string';
const labelOf = (component: Readonly<Record<string, unknown>>): string => String(component['label'] || component['title'] || component['legend'] || component['key'] || '').slice(0, 200);
/** All that a component holds, wherever Form.io keeps it. */
const held = (component: Foreign): unknown[] => ['components', 'columns', 'rows'].flatMap((name) => (Array.isArray(component[name]) ? (component[name] as unknown[]).flat() : [])).flatMap((one) => (isForeign(one) ? [one] : isRecord(one) && Array.isArray(one['components']) ? one['components'] : []));

/** Takes over what may stand in a form here, component by component, and says of each that it left or changed what and why. */
export class ComponentImport {
  readonly refused: ImportNote[] = [];
  readonly changed: ImportNote[] = [];
  readonly taken = new Map<string, { readonly label: string; readonly type: string; readonly inside: Inside }>();
  private readonly keys = new Keys();

  read(components: readonly unknown[]): FormComponent[] {
    return this.conditions(this.level(components, []));
  }

  private level(components: readonly unknown[], inside: Inside): FormComponent[] {
    return components.flatMap((one) => this.one(one, inside) ?? []);
  }

  private one(given: unknown, inside: Inside): FormComponent | FormComponent[] | undefined {
    if (!isForeign(given)) return this.refuse({ type: '', ...(isRecord(given) ? given : {}) }, inside, Reason.noComponent());
    const free = lifted(given);
    if (free) {
      this.note(this.changed, String(given['key'] ?? ''), given, inside, Change.lifted());
      return this.level(free, inside);
    }
    const why = refusal(given, inside.length);
    if (why) return this.refuse(given, inside, why);
    const raw = converted(given);
    const choices = CHOICE_TYPES.has(raw.type) ? withChoices(raw) : { component: raw, changes: [] };
    if (!('component' in choices)) return this.refuse(given, inside, choices);
    if (raw.type === 'content' && !isPlainMarkup(raw['html'] ?? '')) return this.refuse(given, inside, Reason.markup());
    return this.take(given, choices.component, choices.changes, inside);
  }

  private take(given: Foreign, raw: FormComponent, more: readonly Text[], inside: Inside): FormComponent {
    const key = this.keys.give(given['key'], raw.type);
    const { component, left } = fitted({ ...raw, key });
    const changes = [...(raw.type === given.type ? [] : [Change.type(given.type, raw.type)]), ...(key === given['key'] ? [] : [given['key'] ? Change.key(String(given['key'])) : Change.noKey()]), ...more, ...Change.settings(left)];
    for (const change of changes) this.note(this.changed, key, component, inside, change);
    this.taken.set(key, { label: labelOf(component), type: component.type, inside });
    return { ...component, ...this.children(raw, [...inside, labelOf(component)]) };
  }

  private children(raw: FormComponent, inside: Inside): object {
    const { columns, components } = raw as { columns?: unknown; components?: unknown };
    // A table that the server fills has columns that hold nothing.
    if (raw.type === 'columns') return { columns: (Array.isArray(columns) ? columns : []).filter(isRecord).map((column) => ({ ...fitColumn(column), components: this.level(Array.isArray(column['components']) ? column['components'] : [], inside) })) };
    return Array.isArray(components) ? { components: this.level(components, inside) } : {};
  }

  /** Once it is known what was taken under which name. */
  private conditions(components: readonly FormComponent[]): FormComponent[] {
    const taken = new Set(this.taken.keys());
    const mend = (component: FormComponent): FormComponent => {
      const conditional = this.keys.condition(component['conditional'], taken);
      const { conditional: _lost, ...rest } = component;
      if (conditional === null) this.note(this.changed, component.key, component, this.taken.get(component.key)?.inside ?? [], Change.conditionLost());
      const columns = component.columns && component.type === 'columns' ? { columns: component.columns.map((column) => ({ ...column, components: column.components.map(mend) })) } : {};
      const inner = component.components ? { components: component.components.map(mend) } : {};
      return { ...(rest as FormComponent), ...(conditional ? { conditional } : {}), ...columns, ...inner };
    };
    return components.map(mend);
  }

  private refuse(given: Foreign, inside: Inside, why: Text): undefined {
    this.note(this.refused, String(given['key'] ?? ''), given, inside, why);
    const label = labelOf(given);
    for (const inner of held(given)) this.refuse(isForeign(inner) ? inner : { type: '' }, [...inside, label], Reason.within(label));
  }

  private note(list: ImportNote[], key: string, component: Readonly<Record<string, unknown>> & { readonly type: string }, inside: Inside, message: Text): void {
    list.push({ key, label: labelOf(component), type: component.type, inside, message });
  }
}

function refusal(given: Foreign, depth: number): Text | null {
  const { type } = given;
  if (type === 'button') return given['action'] === undefined || given['action'] === 'submit' ? Reason.submit() : Reason.button();
  if (!Object.hasOwn(TYPES, converted(given).type)) return Reason.type(type);
  return depth > DEEPEST ? Reason.tooDeep() : null;
}

const COLUMN = ['width', 'offset', 'push', 'pull', 'size', 'currentWidth'];
const fitColumn = (column: Readonly<Record<string, unknown>>): object => Object.fromEntries(Object.entries(column).filter(([name, value]) => COLUMN.includes(name) && (typeof value === 'number' || /^[\w]{0,8}$/.test(String(value)))));
