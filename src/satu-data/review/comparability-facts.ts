import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { schemeOf } from '../code-lists/column-codes.js';
import { REGION_SCHEME } from '../code-lists/region-scheme.js';
import { isSameUnit } from '../tables/unit.js';
import { counted, fact, joined, type Fact } from './fact.js';

type Described = Pick<DatasetEntity, 'definition' | 'unit' | 'variables'>;

/** The same data set against what it was in the period before. */
export function comparabilityFacts(now: Described, before: { readonly dataset: Described; readonly period: string } | null): Fact[] {
  const schemes = new Set(now.variables.filter(({ type }) => type === 'region').map(schemeOf));
  const codes = fact({ id: 'Kode wilayah', en: 'Region codes' }, schemes.has(REGION_SCHEME) ? { id: 'kode baku Kemendagri', en: 'standard codes of the Ministry of Home Affairs' } : schemes.has('bps') ? { id: 'kode BPS', en: 'codes of BPS' } : schemes.size > 0 ? { id: 'daftar kode kantor', en: 'a list of the office’s own' } : { id: 'tidak menurut wilayah', en: 'not by region' });
  const earlier = { id: 'Periode sebelumnya di aplikasi', en: 'Period before, in the application' };
  if (!before) return [fact(earlier, { id: 'belum ada', en: 'none yet' }), codes];
  const same = (yes: boolean) => (yes ? { id: 'sama', en: 'the same' } : { id: 'berubah', en: 'changed' });
  return [
    fact(earlier, before.period),
    fact({ id: 'Definisi', en: 'Definition' }, same(before.dataset.definition.trim() === now.definition.trim())),
    fact({ id: 'Satuan', en: 'Unit' }, same(isSameUnit(before.dataset.unit, now.unit))),
    fact({ id: 'Kolom yang berubah', en: 'Columns changed' }, changedColumns(now, before.dataset)),
    codes,
  ];
}

function changedColumns(now: Described, before: Described) {
  const was = new Map(before.variables.map((one) => [one.name, one]));
  const is = new Set(now.variables.map(({ name }) => name));
  const added = now.variables.filter(({ name }) => !was.has(name)).length;
  const gone = before.variables.filter(({ name }) => !is.has(name)).length;
  const other = now.variables.filter((one) => { const old = was.get(one.name); return old && (old.type !== one.type || !isSameUnit(old.unit, one.unit) || old.key !== one.key); }).length;
  if (added + gone + other === 0) return { id: 'tidak ada', en: 'none' };
  return joined([counted(added, 'baru', 'new'), counted(gone, 'hilang', 'gone'), counted(other, 'lain jenis atau satuannya', 'of another type or unit')]);
}
