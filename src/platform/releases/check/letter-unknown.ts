import { finding, type Finding } from '../finding.js';
import { unknownNames, type UnknownName } from '../letters/letter-names.js';
import { exampleOf, letterScope, type ScopeSources } from '../letters/letter-scope.js';
import { repair, type Repair } from '../repair.js';
import type { Resource } from '../resource.js';
import { HIDDEN_VALUES } from '../../notifications/index.js';

/** The frame is around every letter, whatever that has. */
const FRAME = 'layout';

/**
 * A name that nothing fills leaves a gap in the letter: said with what is meant, where that can be told. Not of letters whose step
 * does not say what it hands over, nor of fields that were removed, which are told as such.
 */
export function lettersNameWhatIsThere({ key, content, path }: Resource, sources: ScopeSources, removed: ReadonlyMap<string, unknown>): Finding[] {
  if (key === FRAME) return [];
  const scope = letterScope(key, sources);
  if (!scope.values) return [];
  const hidden = Object.fromEntries(HIDDEN_VALUES.map((name) => [name, '']));
  return unknownNames(content, { ...hidden, ...exampleOf(scope) }).filter(({ name }) => !removed.has(name)).map((found) => ({ ...unknown(found), path }));
}

function unknown(found: UnknownName): Finding {
  const { name, line, list, meant } = found;
  const outside = meant?.startsWith('../') === true;
  const [hint, english] = meant === null ? ['Pilih isian dari daftar di samping, atau hapus.', 'Choose a field from the list beside it, or take it out.']
    : outside ? [`Di dalam daftar “${list}” tulis “${meant}”.`, `Within the list “${list}” write “${meant}”.`] : [`Maksud Anda “${meant}”?`, `Did you mean “${meant}”?`];
  return finding('letter-field-unknown', String(line),
    `Baris ${line}: tidak ada isian “${name}” ${list === null ? 'untuk surat ini' : `di dalam daftar “${list}”`}, jadi tempatnya akan kosong. ${hint}`,
    `Line ${line}: there is no field “${name}” ${list === null ? 'for this letter' : `within the list “${list}”`}, so that its place will be empty. ${english}`, 'warning', mended(found));
}

function mended({ name, line, whole, meant }: UnknownName): Repair | null {
  if (meant !== null) return repair('reword', String(line), `${name}\n${meant}`, `Ganti “${name}” dengan “${meant}”`, `Write “${meant}” instead of “${name}”`);
  return whole === null ? null : repair('cut', String(line), whole, `Hapus ${whole} dari surat`, `Take ${whole} out of the letter`);
}
