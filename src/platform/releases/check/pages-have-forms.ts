import type { Text } from '../../../sdk/index.js';
import { walk, type FormDefinition } from '../../forms/index.js';
import { finding, type Finding } from '../finding.js';
import type { PageNeed } from '../ports.js';
import { pathOf } from '../resource.js';

/** A page that draws a form works as long as the form and its fields are there. A form that never was published is missed by nobody yet. */
export function pagesHaveForms(needs: readonly PageNeed[], forms: ReadonlyMap<string, FormDefinition>, before: readonly FormDefinition[]): Finding[] {
  // Several pages may draw one form: what it lacks is told once.
  const told = new Set<string>();
  const once = (place: string): boolean => !told.has(place) && Boolean(told.add(place));
  return needs.flatMap(({ page, form: key, fields, gone }) => {
    const form = forms.get(key);
    const path = pathOf('form', key);
    if (gone) return form ? takenOver(page, form, gone) : [];
    if (!form) {
      if (!once(key)) return [];
      const taken = before.some((old) => old.key === key);
      return [{ ...finding('page-form-missing', '', `Halaman “${page.id}” memerlukan formulir “${key}”, yang tidak ada. Tambahkan atau kembalikan formulir itu.`, `The page “${page.en}” needs the form “${key}”, which is not there. Add it or bring it back.`, taken ? 'error' : 'warning'), path }];
    }
    const known = new Set([...walk(form.components)].map((component) => component.key));
    return fields.filter((field) => !known.has(field) && once(`${key} ${field}`)).map((field) => ({
      ...finding('page-field-missing', field, `Halaman “${page.id}” memerlukan isian “${field}” pada formulir ini, yang tidak ada lagi. Kembalikan isian itu.`, `The page “${page.en}” needs the field “${field}” of this form, which is no longer there. Bring it back.`),
      path,
    }));
  });
}

/** What people type into such a field would be lost. */
function takenOver(page: Text, { key, components }: FormDefinition, gone: readonly string[]): Finding[] {
  const known = new Set([...walk(components)].map((component) => component.key));
  return gone.filter((field) => known.has(field)).map((field) => ({
    ...finding('page-replaces-field', field, `Isian “${field}” pada formulir ini tidak dibaca lagi, karena diganti halaman “${page.id}”: yang diketik di sini akan hilang. Hapus isian itu, atau pakai formulir bawaan aplikasi.`, `The field “${field}” of this form is no longer read, because the page “${page.en}” has taken its place: what is typed here would be lost. Take the field out, or use the form that the application ships.`),
    path: pathOf('form', key),
  }));
}
