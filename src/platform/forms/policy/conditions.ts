import { childrenOf, GRID_TYPES, type FormComponent } from '../form-definition.js';
import { isRecord } from '../validation/empty.js';

/** A condition that looks at a field which is not there, or which one cannot see from where it stands. */
export interface LostCondition {
  readonly component: FormComponent;
  readonly field: string;
}

/** Every condition of a form that no field answers: whatever it governs would be hidden, or shown, for ever. */
export function lostConditions(components: readonly FormComponent[]): LostCondition[] {
  return lostIn(components, pathsOf(components, ''));
}

/** All paths by which a condition may name a field, layouts among them: older forms name those of a table with and without it. */
function pathsOf(components: readonly FormComponent[], prefix: string): Set<string> {
  const paths = new Set<string>();
  for (const component of components) {
    paths.add(component.key).add(`${prefix}${component.key}`);
    const inner = pathsOf(childrenOf(component), GRID_TYPES.has(component.type) ? `${prefix}${component.key}.` : prefix);
    for (const path of inner) paths.add(path);
  }
  return paths;
}

const lostIn = (components: readonly FormComponent[], known: ReadonlySet<string>): LostCondition[] =>
  components.flatMap((component) => [
    ...askedBy(component['conditional']).filter((field) => !known.has(field) || field === component.key).map((field) => ({ component, field })),
    ...lostIn(childrenOf(component), known),
  ]);

function askedBy(conditional: unknown): string[] {
  if (!isRecord(conditional)) return [];
  const { when, conditions } = conditional;
  const listed = Array.isArray(conditions) ? conditions.filter(isRecord).map(({ component }) => component) : [];
  return [when, ...listed].filter((field): field is string => typeof field === 'string' && field !== '');
}
