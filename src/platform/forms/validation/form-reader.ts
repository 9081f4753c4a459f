import { CHOICE_TYPES, childrenOf, DISPLAY_TYPES, GRID_TYPES, LAYOUT_TYPES, walk, type FormComponent } from '../form-definition.js';
import { hasGivenRows } from '../given-rows.js';
import type { FormError, ValidationJob } from '../validation-result.js';
import { isEmpty, isRecord } from './empty.js';
import { messageFor, type Translate } from './messages.js';
import { isProtected, matchRows, protectedValue, withGiven, type Row } from './protected-values.js';
import { breaksOf } from './rules.js';
import { checkValue, type Known } from './value-checks.js';
import { hiddenIn, type Hidden } from './visibility.js';

/** Where we are: the whole form, or one row of a grid. */
interface Scope {
  readonly prefix: string;
  readonly posted: Row;
  readonly initial: Row;
  /** Puts the clean row back into the whole data, as the only row of its grid. */
  readonly view: (row: Row) => Row;
  readonly wrap: (fields: readonly FormComponent[]) => readonly FormComponent[];
  readonly clean: Record<string, unknown>;
  /** Fields whose types are right: Form.io's own rules apply to them. */
  readonly fields: FormComponent[];
}

const NO_RULES = new Set(['berkas', 'tabelData', 'pilihProdusen', ...CHOICE_TYPES]);
const LIMITS = new Set(['min', 'max', 'integer', 'step']);
const MOST_ROWS = 2_000;
const rules = (component: FormComponent): Record<string, unknown> => (isRecord(component['validate']) ? component['validate'] : {});

/** Reads what was posted by the form's own structure: what the form does not know or show never gets through. */
export class FormReader {
  readonly errors: FormError[] = [];
  private readonly known: Known;
  private readonly translate: Translate;
  private hidden: Hidden = () => false;

  constructor(private readonly job: ValidationJob) {
    this.known = { files: new Map(job.files.map((file) => [file.id, file])), offices: new Set(job.offices), choices: new Map(Object.entries(job.choices ?? {}).map(([key, values]) => [key, new Set(values)])) };
    const english = new Map(Object.entries(job.form.i18n?.en ?? {}));
    this.translate = (text) => english.get(text) ?? text;
  }

  read(posted: Row): Record<string, unknown> {
    this.hidden = hiddenIn(this.job.form, withGiven(this.job.form.components, posted, this.job.initial));
    const scope: Scope = { prefix: '', posted, initial: this.job.initial, view: (row) => row, wrap: (fields) => fields, clean: {}, fields: [] };
    this.scope(this.job.form.components, scope);
    return scope.clean;
  }

  private scope(components: readonly FormComponent[], scope: Scope): void {
    this.refuseUnknown(components, scope);
    this.level(components, scope, { hidden: false, protected: false });
    for (const { component, key, parameters } of breaksOf(this.job.form, scope.fields, scope.view(scope.clean), scope.wrap)) {
      this.fail(`${scope.prefix}${component.key}`, component, key, parameters);
    }
  }

  private level(components: readonly FormComponent[], scope: Scope, above: { hidden: boolean; protected: boolean }): void {
    for (const component of components) {
      if (DISPLAY_TYPES.has(component.type)) continue;
      const path = `${scope.prefix}${component.key}`;
      const state = { hidden: above.hidden || this.hidden(component, path), protected: above.protected || isProtected(component) };
      if (LAYOUT_TYPES.has(component.type)) this.level(childrenOf(component), scope, state);
      else this.field(component, path, scope, state);
    }
  }

  private field(component: FormComponent, path: string, scope: Scope, state: { hidden: boolean; protected: boolean }): void {
    const posted = scope.posted[component.key];
    const kept = protectedValue(component, posted, scope.initial);
    if (state.hidden) {
      if (kept.changed) this.fail(path, component, 'hidden');
      return;
    }
    if (state.protected) {
      if (kept.changed) this.fail(path, component, 'protected');
      else if (kept.value !== undefined) scope.clean[component.key] = kept.value;
      return;
    }
    if (GRID_TYPES.has(component.type)) this.grid(component, path, scope);
    else this.value(component, posted, path, scope);
  }

  private value(component: FormComponent, posted: unknown, path: string, scope: Scope): void {
    const blank = posted === undefined || posted === null || posted === '';
    if (!blank) {
      const checked = checkValue(posted, component, this.known);
      if ('error' in checked) {
        this.fail(path, component, checked.error, checked.parameters);
        return;
      }
      scope.clean[component.key] = checked.value;
    }
    // Form.io complains in the log of a limit for a number that was not given.
    if (blank && component.type === 'number' && Object.keys(rules(component)).every((rule) => LIMITS.has(rule))) return;
    if (!NO_RULES.has(component.type)) scope.fields.push(component);
    else if (rules(component)['required'] === true && saysNothing(component, posted)) this.fail(path, component, 'required');
  }

  private grid(component: FormComponent, path: string, scope: Scope): void {
    const given = scope.initial[component.key];
    const givenRows = Array.isArray(given) ? given.filter(isRecord) : [];
    const fixed = hasGivenRows(component, given);
    const { minLength, maxLength, required } = rules(component);
    // Where nobody adds rows and none has to be written in, whoever leaves the table out wrote nothing in its rows.
    const posted = scope.posted[component.key] ?? (fixed && required !== true ? givenRows.map(() => ({})) : []);
    if (!Array.isArray(posted)) return this.fail(path, component, 'list');
    if (!posted.every(isRecord)) return this.fail(path, component, 'record');
    const filled = posted.filter((row) => !isEmpty(row)).length;
    const least = Math.max(Number(minLength) || 0, required === true ? 1 : 0);
    const most = Math.min(Number(maxLength) || MOST_ROWS, MOST_ROWS);
    if (required === true && filled === 0) return this.fail(path, component, 'required');
    if (fixed && posted.length !== givenRows.length) return this.fail(path, component, 'fixedRows', { rows: givenRows.length });
    if (filled < least) return this.fail(path, component, 'minRows', { rows: least });
    if (posted.length > most) return this.fail(path, component, 'maxRows', { rows: most });
    // The empty row that Form.io shows in an untouched grid is nobody's answer.
    const rows = filled === 0 && !fixed ? [] : posted;
    const inner = childrenOf(component);
    const initial = matchRows([...walk(inner)].filter(isProtected), rows, givenRows, fixed);
    scope.clean[component.key] = rows.map((row, index) => this.row(component, row, initial[index] ?? {}, `${path}.${index}.`, scope));
  }

  private row(grid: FormComponent, posted: Row, initial: Row, prefix: string, outer: Scope): Row {
    const clean: Record<string, unknown> = {};
    const view = (row: Row) => outer.view({ ...outer.clean, [grid.key]: [row] });
    const wrap = (fields: readonly FormComponent[]) => outer.wrap([{ key: grid.key, type: 'datagrid', input: true, components: fields }]);
    this.scope(childrenOf(grid), { prefix, posted, initial, view, wrap, clean, fields: [] });
    return clean;
  }

  private refuseUnknown(components: readonly FormComponent[], { posted, prefix }: Scope): void {
    const names = new Set<string>();
    const collect = (list: readonly FormComponent[]): void => {
      for (const component of list) {
        if (LAYOUT_TYPES.has(component.type)) collect(childrenOf(component));
        else names.add(component.key);
      }
    };
    collect(components);
    // What rows show of the whole form's own stands beside them, and comes back from whoever sends all that he was given.
    for (const { type, key, rowKey } of walk(components)) if (DISPLAY_TYPES.has(type) && rowKey) names.add(key);
    for (const key of Object.keys(posted)) {
      if (!names.has(key)) this.fail(`${prefix}${key}`, { key, type: 'unknown' }, 'unknown');
    }
  }

  private fail(path: string, component: FormComponent, key: string, parameters: Readonly<Record<string, unknown>> = {}): void {
    this.errors.push({ path, component: component.key, message: messageFor(key, component, this.translate, parameters) });
  }
}

function saysNothing(component: FormComponent, posted: unknown): boolean {
  if (component.type !== 'tabelData' || !isRecord(posted)) return isEmpty(posted);
  return isEmpty(posted['fileId']) && isEmpty(posted['rows']);
}
