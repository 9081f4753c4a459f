import type { HandlerCatalogue } from '../../../sdk/index.js';
import { caseTableOf, caseTablesIn, type CaseColumn, type FormComponent, type FormDefinition } from '../../forms/index.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import { pathOf } from '../resource.js';
import { tableSources, type TableSource } from './table-sources.js';

/** Tables that would stay empty, or have empty columns: what they are filled from is not there. */
export function tablesHaveSources(forms: readonly FormDefinition[], handlers: HandlerCatalogue): Finding[] {
  const tables = forms.flatMap((form) => caseTablesIn(form).map((table) => ({ form, table })));
  if (tables.length === 0) return [];
  // What nobody described may hand over anything.
  const all = handlers.handlers.every(({ output }) => output !== null);
  const sources = new Map(tableSources(forms, handlers).map((one) => [one.source, one]));
  return tables.filter(({ table }) => all || caseTableOf(table).source.includes('.')).flatMap(({ form, table }) => lostIn(table, form, sources).map((found) => ({ ...found, path: pathOf('form', form.key) })));
}

function lostIn(table: FormComponent, form: FormDefinition, sources: ReadonlyMap<string, TableSource>): Finding[] {
  const { source, columns } = caseTableOf(table);
  const name = table.label || table.key;
  const known = sources.get(source);
  if (!known || source === `${form.key}.${table.key}`) {
    return [finding('table-source', table.key, `“${name}”: sumber barisnya (${source}) tidak ada pada formulir atau langkah otomatis mana pun. Pilih sumber lain pada “Baris dan kolom”.`, `“${name}”: no form and no automatic step has what its rows come from (${source}). Choose another source under “Rows and columns”.`)];
  }
  return columns.filter(({ from }) => from && !known.columns.some(({ key }) => key === from)).map((column) => lostColumn(table, column, known));
}

function lostColumn(table: FormComponent, column: CaseColumn, { title }: TableSource): Finding {
  const { source, columns } = caseTableOf(table);
  const rest = columns.filter((one) => one !== column);
  const mended = { ...table, table: { source, columns: rest } };
  const name = table.label || table.key;
  return finding('table-column', table.key,
    `“${name}”: kolom “${column.label}” diambil dari “${column.from}”, yang tidak ada dalam “${title.id}”. Pilih asal lain pada “Baris dan kolom”, atau hapus kolom ini.`,
    `“${name}”: the column “${column.label}” is taken from “${column.from}”, which “${title.en}” does not have. Choose another one under “Rows and columns”, or remove the column.`, 'error',
    rest.length === 0 ? null : repair('component', table.key, JSON.stringify(mended), `Hapus kolom “${column.label}”`, `Remove the column “${column.label}”`));
}
