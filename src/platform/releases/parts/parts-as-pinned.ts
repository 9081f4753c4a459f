import { PART, pinOf, walk, type FormComponent, type FormDefinition } from '../../forms/index.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import { pathOf, type Resource } from '../resource.js';
import { partFile, partPath, partVersions, sameComponents, type PartVersion } from './part-files.js';

/** Copies of parts that are not what their version says, and versions that are not what was published: nobody could rely on a number. */
export function partsAsPinned(forms: readonly FormDefinition[], resources: readonly Resource[], before: readonly Resource[]): Finding[] {
  const versions = new Map(partVersions(resources).map((one) => [partFile(one), one]));
  return [...forms.flatMap((form) => copiesIn(form, versions)), ...changedVersions(resources, before)];
}

const copiesIn = (form: FormDefinition, versions: ReadonlyMap<string, PartVersion>): Finding[] =>
  [...walk(form.components)].filter(({ type }) => type === PART).flatMap((copy) => judge(copy, form, versions)).map((found) => ({ ...found, path: pathOf('form', form.key) }));

function judge(copy: FormComponent, form: FormDefinition, versions: ReadonlyMap<string, PartVersion>): Finding[] {
  const pin = pinOf(copy);
  const own = repair('component', copy.key, JSON.stringify(ownGroup(copy)), 'Jadikan bagian formulir ini', 'Make it part of this form');
  const name = String(copy['legend'] || pin?.key || copy.key);
  const version = pin && versions.get(partFile(pin));
  if (!pin || !version) {
    return [finding('part-missing', copy.key, `Bagian “${name}” versi ${pin?.version ?? '?'} tidak ada. Pilih versi lain, atau jadikan isinya milik formulir ini.`, `The part “${name}”, version ${pin?.version ?? '?'}, is not there. Choose another version, or make what it holds this form's own.`, 'error', own)];
  }
  if (!sameComponents(copy.components ?? [], version.form.components)) {
    const mended = { ...copy, components: version.form.components };
    return [finding('part-differs', copy.key, `Isi bagian “${name}” tidak sama dengan versi ${pin.version}. Kembalikan ke versi itu, atau jadikan isinya milik formulir ini.`, `What the part “${name}” holds is not what its version ${pin.version} says. Bring that version back, or make what it holds this form's own.`, 'error', repair('component', copy.key, JSON.stringify(mended), `Kembalikan ke versi ${pin.version}`, `Bring version ${pin.version} back`))];
  }
  const [text] = Object.entries(version.form.i18n?.en ?? {}).find(([one, english]) => form.i18n?.en?.[one] !== english) ?? [];
  return text === undefined ? [] : [finding('part-english', copy.key, `Bagian “${name}”: bahasa Inggris “${text}” dalam formulir ini berbeda dari versi ${pin.version}.`, `The part “${name}”: “${text}” reads otherwise in English in this form than in version ${pin.version}.`, 'warning')];
}

/** The same as a group of the form itself. */
export function ownGroup({ part: _part, ...copy }: FormComponent): FormComponent {
  return { ...copy, type: 'fieldset' };
}

function changedVersions(resources: readonly Resource[], before: readonly Resource[]): Finding[] {
  const published = new Map(partVersions(before).map((one) => [partFile(one), one]));
  return partVersions(resources).flatMap((now) => {
    const was = published.get(partFile(now));
    if (!was || (sameComponents(was.form.components, now.form.components) && sameComponents(was.form.i18n ?? {}, now.form.i18n ?? {}))) return [];
    const found = finding('part-changed', '', `Bagian “${now.form.title.id}” versi ${now.version} sudah diterbitkan dan tidak dapat diubah. Simpan perubahannya sebagai versi baru.`, `The part “${now.form.title.en}”, version ${now.version}, is published and cannot be changed. Save the changes as a new version.`);
    return [{ ...found, path: partPath(now), title: now.form.title }];
  });
}
