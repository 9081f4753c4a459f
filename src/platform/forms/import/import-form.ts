import { Problem } from '../../../sdk/index.js';
import { jsonDanger } from '../../kernel/index.js';
import { childrenOf, type FormComponent } from '../form-definition.js';
import type { FormFinding, FormPolicy } from '../form-policy.js';
import { saysNothing } from '../policy/properties.js';
import { isPlainText } from '../policy/text.js';
import { isRecord } from '../validation/empty.js';
import { ComponentImport } from './component-import.js';
import type { ImportedForm, ImportNote } from './import-report.js';
import { Change } from './reasons.js';

const MOST = 300;
/** What Form.io's own server writes beside a form, and nobody set. */
const CLERICAL = new Set(['components', 'title', 'display', 'i18n', 'key', '_id', '_vid', 'name', 'path', 'type', 'machineName', 'owner', 'created', 'modified', 'project', 'tags', 'access', 'submissionAccess', 'fieldMatchAccess', 'revisions', 'plan', 'form']);

const unreadable = (): Problem => new Problem('import-unreadable', 422, { id: 'Berkas ini bukan formulir Form.io. Pilih berkas JSON yang memuat satu formulir dengan daftar “components”.', en: 'This file is no form of Form.io. Choose a JSON file that holds one form, with a list of “components”.' });
const tooLarge = (): Problem => new Problem('import-too-large', 422, { id: `Formulir ini terlalu besar atau bersarang terlalu dalam. Yang dapat diambil: paling banyak ${MOST} bagian di tingkat teratas.`, en: `This form is too large or nested too deeply. At most ${MOST} parts at the top level can be taken.` });

/** Of a file with a plain Form.io form, all that the policy permits; whatever it refuses is told. @throws "import-unreadable", "import-too-large" (422). */
export function importForm(text: string, policy: FormPolicy): ImportedForm {
  const frame = frameOf(text);
  const reading = new ComponentImport();
  const read = reading.read(frame['components'] as unknown[]);
  if (read.length > MOST) throw tooLarge();
  const translations = englishOf(frame);
  const { components, refused } = permitted(read, reading, policy);
  const gone = new Set(refused.map(({ key }) => key));
  return {
    display: frame['display'] === 'wizard' ? 'wizard' : 'form',
    components,
    english: translations ?? {},
    taken: count(components),
    refused: [...reading.refused, ...refused],
    changed: [...frameNotes(frame, translations), ...reading.changed.filter(({ key }) => !gone.has(key))],
  };
}

function frameOf(text: string): Record<string, unknown> {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw unreadable();
  }
  if (jsonDanger(file) !== null) throw tooLarge();
  const frames = [Array.isArray(file) ? { components: file } : file, isRecord(file) ? file['form'] : null];
  const frame = frames.filter(isRecord).find(({ components }) => Array.isArray(components));
  if (!frame) throw unreadable();
  return frame;
}

/** The policy has the last word: what it still finds is taken out, with its own sentence. */
function permitted(read: readonly FormComponent[], reading: ComponentImport, policy: FormPolicy): { components: FormComponent[]; refused: ImportNote[] } {
  const refused: ImportNote[] = [];
  let components = [...read];
  for (;;) {
    const findings = policy.check({ key: 'impor', title: { id: 'Impor', en: 'Import' }, display: 'form', components });
    if (findings.length === 0) return { components, refused };
    const before = count(components);
    for (const finding of findings) refused.push(noteOf(finding, reading));
    const gone = new Set(findings.map(({ component }) => component));
    components = without(components, gone);
    // Nothing was taken out: what is wrong has no place, and would be found for ever.
    if (count(components) === before) throw tooLarge();
  }
}

const noteOf = ({ component, message }: FormFinding, reading: ComponentImport): ImportNote => ({ key: component, ...(reading.taken.get(component) ?? { label: component, type: '', inside: [] }), message });

const without = (components: readonly FormComponent[], gone: ReadonlySet<string>): FormComponent[] =>
  components.filter(({ key }) => !gone.has(key)).map((component) => ({
    ...component,
    ...(component.components ? { components: without(component.components, gone) } : {}),
    ...(component.type === 'columns' && component.columns ? { columns: component.columns.map((column) => ({ ...column, components: without(column.components, gone) })) } : {}),
  }));

const count = (components: readonly FormComponent[]): number => components.reduce((sum, component) => sum + 1 + count(component.type === 'readonlyTable' ? [] : childrenOf(component)), 0);

/** Translations of our own kind; null where one of them is more than text. */
function englishOf({ i18n }: Record<string, unknown>): Record<string, string> | null {
  const english = isRecord(i18n) && isRecord(i18n['en']) ? i18n['en'] : {};
  return Object.entries(english).flat().every(isPlainText) ? (english as Record<string, string>) : null;
}

function frameNotes(frame: Record<string, unknown>, translations: object | null): ImportNote[] {
  const { title } = frame;
  const rest = Object.entries(frame).filter(([name, value]) => !CLERICAL.has(name) && !saysNothing(value)).map(([name]) => name);
  const messages = [
    ...(typeof title === 'string' && title !== '' ? [Change.title(title)] : []),
    ...(rest.length > 0 ? [Change.frame(rest)] : []),
    ...(translations === null ? [Change.translations()] : []),
  ];
  return messages.map((message) => ({ key: '', label: '', type: '', inside: [], message }));
}
