import type { CodeLists } from '../choices/code-lists.js';
import { walk, type FormComponent } from '../form-definition.js';
import type { FormFinding } from '../form-policy.js';

/** Fields that nobody could choose anything in: of a list, a level or within a code that is not there. */
export async function lostCodes(components: readonly FormComponent[], lists: CodeLists): Promise<FormFinding[]> {
  const fields = [...walk(components)].filter(({ type }) => type === 'pilihKode');
  return (await Promise.all(fields.map((field) => lostIn(field, lists)))).flat();
}

async function lostIn(field: FormComponent, lists: CodeLists): Promise<FormFinding[]> {
  const { scheme, level, within } = field as { scheme?: string; level?: string; within?: string };
  const list = (await lists.all()).find((one) => one.scheme === scheme);
  if (!list) return [lost(field, `daftar kode “${scheme}” tidak ada. Pilih daftar lain.`, `there is no list of codes “${scheme}”. Choose another one.`)];
  const known = !level || (list.levels ?? []).some(({ key }) => key === level);
  const findings = known ? [] : [lost(field, `daftar “${list.title.id}” tidak mempunyai tingkat “${level}”. Pilih tingkat lain.`, `the list “${list.title.en}” has no level “${level}”. Choose another one.`)];
  if (!within || (await lists.index(list.scheme))?.get(within)) return findings;
  return [...findings, lost(field, `kode “${within}” tidak ada dalam daftar “${list.title.id}”, sehingga tidak ada yang dapat dipilih. Perbaiki kodenya, atau kosongkan.`, `the code “${within}” is not in the list “${list.title.en}”, so that nothing can be chosen. Correct the code, or leave it empty.`)];
}

function lost({ key, label }: FormComponent, id: string, en: string): FormFinding {
  return { code: 'component-options', component: key, message: { id: `“${label || key}”: ${id}`, en: `“${label || key}”: ${en}` } };
}
