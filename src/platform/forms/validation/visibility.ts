import { isSimpleConditionallyHidden } from '@formio/core/process';
import { childrenOf, GRID_TYPES, LAYOUT_TYPES, type FormComponent, type FormDefinition } from '../form-definition.js';
import { isRecord } from './empty.js';

type Row = Readonly<Record<string, unknown>>;
/** Asked with a component's place in the data (`daftar.2.alasan`; a layout's own key inside its scope). */
export type Hidden = (component: FormComponent, path: string) => boolean;

const ROUNDS = 8;
const hasCondition = (component: FormComponent): boolean => isRecord(component['conditional']) || childrenOf(component).some(hasCondition);

/**
 * Which components their conditions hide. A hidden field's value counts as cleared for the conditions of others, so
 * the answer is sought until it stands. Grids are looked at row by row: as one piece @formio/core needs minutes.
 */
export function hiddenIn(form: FormDefinition, data: Row): Hidden {
  if (!form.components.some(hasCondition)) return () => false;
  let hidden = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Set<string>();
    new Look(form, hidden, next).scope(form.components, data, data, '', (row) => row);
    if (next.size === hidden.size && [...next].every((path) => hidden.has(path))) break;
    hidden = next;
  }
  return (component, path) => hidden.has(`${path}|${component.type}`);
}

class Look {
  constructor(
    private readonly form: FormDefinition,
    private readonly before: ReadonlySet<string>,
    private readonly found: Set<string>,
  ) {}

  /** `view` puts a row back into the whole data, as the only row of its grid. */
  scope(components: readonly FormComponent[], row: Row, posted: Row, prefix: string, view: (row: Row) => Row): void {
    const cleared = prefix === '' || row === posted ? this.without(components, row, prefix) : row;
    const data = view(cleared);
    this.level(components, cleared, posted, prefix, data, view);
  }

  private level(components: readonly FormComponent[], row: Row, posted: Row, prefix: string, data: Row, view: (row: Row) => Row): void {
    for (const component of components) {
      const path = `${prefix}${component.key}`;
      if (this.isHidden(component, row, data)) {
        this.found.add(`${path}|${component.type}`);
        continue;
      }
      if (LAYOUT_TYPES.has(component.type)) this.level(childrenOf(component), row, posted, prefix, data, view);
      if (!GRID_TYPES.has(component.type) || !childrenOf(component).some(hasCondition)) continue;
      const rows = posted[component.key];
      if (!Array.isArray(rows)) continue;
      for (const [index, inner] of rows.entries()) {
        if (isRecord(inner)) this.scope(childrenOf(component), inner, inner, `${path}.${index}.`, (changed) => view({ ...row, [component.key]: [changed] }));
      }
    }
  }

  private without(components: readonly FormComponent[], row: Row, prefix: string): Row {
    const gone = new Set<string>();
    const collect = (list: readonly FormComponent[], inside: boolean): void => {
      for (const component of list) {
        const hidden = inside || this.before.has(`${prefix}${component.key}|${component.type}`);
        if (LAYOUT_TYPES.has(component.type)) collect(childrenOf(component), hidden);
        else if (hidden) gone.add(component.key);
      }
    };
    collect(components, false);
    return gone.size === 0 ? row : Object.fromEntries(Object.entries(row).filter(([key]) => !gone.has(key)));
  }

  private isHidden(component: FormComponent, row: Row, data: Row): boolean {
    if (!isRecord(component['conditional'])) return false;
    const context = { component, data, row, form: this.form, paths: { dataIndex: 0 }, path: component.key, scope: {} };
    return isSimpleConditionallyHidden(context as unknown as Parameters<typeof isSimpleConditionallyHidden>[0]);
  }
}
