import type { FieldProblem, Text } from 'tertib';
import { expectedRegions, type DataListRow } from './data-list.js';
import { isAmount, type Variable } from './dataset.types.js';

type Places = Pick<DataListRow, 'kolomWilayah' | 'kolomPeriode' | 'wilayahDiharapkan'>;

/** As many are named of the regions that nobody can write. */
const NAMED = 5;

/** Why the columns that say of which region and period a row is, or the regions that are expected, can not be looked at: of the row of the list, since what they give no rule for is said nowhere else. */
export function placeProblems(row: Places, variables: readonly Variable[]): FieldProblem[] {
  const { kolomWilayah: region, kolomPeriode: period } = row;
  const problems: FieldProblem[] = [];
  const say = (path: keyof Places, message: Text) => problems.push({ path, message });
  const find = (path: 'kolomWilayah' | 'kolomPeriode'): Variable | undefined => {
    const name = row[path];
    const found = variables.find((one) => one.name === name);
    if (name && !found) say(path, UNKNOWN(name));
    return found;
  };
  const places = find('kolomWilayah');
  find('kolomPeriode');
  const expected = expectedRegions(row);
  if (!region && expected.length > 0) say('kolomWilayah', NO_COLUMN);
  else if (!region && period) say('kolomPeriode', PERIOD_ALONE);
  if (region && region === period) say('kolomPeriode', SAME(region));
  else if (places && (places.type === 'date' || isAmount(places))) say('kolomWilayah', NO_PLACES(places.name));
  const { codes } = places ?? {};
  const strange = codes?.length ? expected.filter((code) => !codes.includes(code)) : [];
  if (places && strange.length > 0) say('wilayahDiharapkan', NOT_LISTED(strange, places.name));
  return problems;
}

const UNKNOWN = (name: string): Text => ({ id: `Kolom “${name}” tidak ada pada daftar kolom.`, en: `There is no column “${name}” in the list of columns.` });
const NO_COLUMN: Text = { id: 'Isi kolom wilayah: tanpa kolom itu, wilayah yang harus ada tidak dapat diperiksa.', en: 'Fill in the region column: without it, the regions that must be there cannot be checked.' };
const PERIOD_ALONE: Text = { id: 'Kolom periode hanya dipakai bersama kolom wilayah. Isi kolom wilayah, atau kosongkan kolom periode.', en: 'The period column is used only together with a region column. Fill in the region column, or leave the period column empty.' };
const SAME = (name: string): Text => ({ id: `Kolom “${name}” tidak dapat menjadi kolom wilayah sekaligus kolom periode.`, en: `The column “${name}” cannot be both the region column and the period column.` });
const NO_PLACES = (name: string): Text => ({
  id: `Kolom “${name}” tidak menyebut wilayah. Pilih kolom teks atau kode wilayah; bila isinya memang kode wilayah, tandai sebagai kunci baris.`, en: `The column “${name}” does not name regions. Choose a column of text or region codes; where it does hold region codes, mark it as part of the row’s key.`,
});
function NOT_LISTED(codes: readonly string[], column: string): Text {
  const left = codes.length - NAMED;
  const named = codes.slice(0, NAMED).map((code) => `“${code}”`).join(', ');
  return {
    id: `Wilayah ${named}${left > 0 ? ` dan ${left} lainnya` : ''} harus ada, tetapi tidak termasuk daftar kode kolom “${column}”, sehingga tidak dapat diisi siapa pun.`,
    en: `The regions ${named}${left > 0 ? ` and ${left} more` : ''} must be there, but are not among the codes of the column “${column}”, so that nobody can fill them in.`,
  };
}
