import { columnRules, openTemplate } from '../../../test/support/templates.js';
import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { LIMITS } from './limits.js';
import { readXlsx } from './read-xlsx.js';
import { templateMark } from './template-mark.js';
import { LISTS_SHEET, MARK_CELL, MARK_SHEET } from './template-names.js';
import { typeTable } from './type-table.js';
import { writeTemplate } from './write-template.js';

const variable = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name.toUpperCase(), type, required: true, key: false, ...more });
const VARIABLES = [variable('wilayah', 'region', { key: true }), variable('luas', 'number', { unit: 'ha', min: '0', max: '9.5' }), variable('hari', 'date', { min: '2024-01-01' }), variable('nama', 'string'), variable('jumlah', 'integer', { min: '1' })];
const described = (more: { decimalMark?: DecimalMark; variables?: Variable[] } = {}) => ({ id: 'd', title: 'Uji', definition: 'Luas', unit: 'ha', decimalMark: ',' as DecimalMark, variables: VARIABLES, ...more });
const codes = ({ type }: Variable): [string, string][] => (type === 'region' ? [['15.01', 'Kerinci'], ['15.02', 'Merangin']] : []);

async function opened(dataset = described(), prefilled: Record<string, string>[] = []) {
  const content = await writeTemplate(dataset, codes, { prefilled });
  const book = await openTemplate(content);
  const [sheet, mark] = [book.getWorksheet('Data'), book.getWorksheet(MARK_SHEET)];
  if (!sheet || !mark) throw new Error('no sheet');
  return { book, sheet, mark, rules: await columnRules(content), read: async (now = dataset) => typeTable(await readXlsx(Buffer.from(await book.xlsx.writeBuffer())), now) };
}

describe('the template', () => {
  it('has a protected sheet: what stands in the header is locked, every cell below is not', async () => {
    const { sheet } = await opened(described(), [{ wilayah: '15.01', hari: '2025-12-31', nama: 'a', luas: '1.5' }]);
    expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true, insertRows: true, deleteRows: true });
    const locked = (row: number) => VARIABLES.map((_, index) => sheet.getCell(row, index + 1).protection?.locked ?? true);
    expect(locked(1)).toEqual(VARIABLES.map(() => true));
    for (const row of [2, 3, 150, 99_999, LIMITS.rows + 1]) expect([row, locked(row)]).toEqual([row, VARIABLES.map(() => false)]);
    // Below the cells with rules, it is the column that says so.
    for (let column = 1; column <= VARIABLES.length; column += 1) expect(sheet.getColumn(column).protection).toMatchObject({ locked: false });
    expect(VARIABLES.map((_, index) => sheet.getCell(1, index + 1).value)).toEqual(VARIABLES.map(({ title }) => title));
  });

  it('lets a cell take only a code of its list, and warns of a number, a day or a length that is none', async () => {
    const { rules, book } = await opened();
    expect(rules['A']).toMatchObject({ type: 'list', formulae: [`'${LISTS_SHEET}'!$A$2:$A$3`], showErrorMessage: true });
    expect(rules['A']).not.toHaveProperty('errorStyle', 'warning');
    expect(rules['B']).toMatchObject({ type: 'decimal', operator: 'between', formulae: [0, 9.5], errorStyle: 'warning', error: 'Nilai paling kecil 0, paling besar 9,5.' });
    expect(rules['C']).toMatchObject({ type: 'date', operator: 'greaterThanOrEqual', errorStyle: 'warning', formulae: [new Date(Date.UTC(2024, 0, 1))], error: 'Tulis tanggal, misalnya 31/12/2025; paling kecil 01/01/2024' });
    expect(rules['E']).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [1] });
    // One rule a column, for as many rows as an upload may have.
    expect(Object.values(rules).map(({ cells }) => cells)).toEqual(['A', 'B', 'C', 'E'].map((column) => `${column}2:${column}${LIMITS.rows + 1}`));
    const lists = book.getWorksheet(LISTS_SHEET);
    expect([2, 3].map((row) => [lists?.getCell(row, 1).value, lists?.getCell(row, 2).value])).toEqual([['15.01', 'Kerinci'], ['15.02', 'Merangin']]);
  });

  it('only warns of a code where others are taken than those that it offers', async () => {
    expect((await columnRules(await writeTemplate(described(), codes, { suggested: ['wilayah'] })))['A']).toMatchObject({ type: 'list', formulae: [`'${LISTS_SHEET}'!$A$2:$A$3`], errorStyle: 'warning', errorTitle: 'Kode di luar daftar' });
  });

  it('has codes as text, and days as days that show their month in letters', async () => {
    const { sheet, read } = await opened(described(), [{ wilayah: '15.01', hari: '2025-12-31' }]);
    expect([1, 2, 3, 4].map((column) => sheet.getCell(2, column).numFmt)).toEqual(['@', undefined, 'd mmm yyyy', '@']);
    expect([sheet.getCell('C2').value, sheet.getCell('C150').numFmt, sheet.getColumn(3).numFmt]).toEqual([new Date(Date.UTC(2025, 11, 31)), 'd mmm yyyy', 'd mmm yyyy']);
    expect((await read()).rows).toEqual([{ wilayah: '15.01', luas: null, hari: '2025-12-31', nama: null, jumlah: null }]);
  });

  it('says in a sheet that nobody sees which version it is, and how the data set was described', async () => {
    const { mark } = await opened();
    expect([mark.state, mark.getCell(MARK_CELL).value, mark.getCell('B1').value]).toEqual(['veryHidden', templateMark(described()), ',']);
    expect([3, 4].map((row) => [1, 2, 3, 4].map((column) => mark.getCell(row, column).text))).toEqual([['luas', 'LUAS', 'number', 'ha'], ['hari', 'HARI', 'date', '']]);
  });
});

describe('a template that comes back after its data set was changed', () => {
  const filled = async (made: ReturnType<typeof described>, luas: unknown, more: Record<string, unknown> = {}) => {
    const template = await opened(made);
    template.sheet.getCell('A2').value = '15.01';
    template.sheet.getCell('B2').value = luas as string;
    for (const [cell, value] of Object.entries(more)) template.sheet.getCell(cell).value = value as string;
    return template;
  };
  const changed = (name: string, more: Partial<Variable>) => described({ variables: VARIABLES.map((one) => (one.name === name ? { ...one, ...more } : one)) });

  it('is read by the decimal mark that it was made with, and says so', async () => {
    const { read } = await filled(described({ decimalMark: '.' }), '1,234.5', { B3: '1.234' });
    const { rows, layout } = await read(described());
    expect(rows.map(({ luas }) => luas)).toEqual(['1234.5', '1.234']);
    expect([layout.unreadable, layout.templateFits, layout.remarks]).toEqual([[], false, [{ severity: 'INFO', message: { id: expect.stringContaining('Templat berkas ini memakai titik desimal (1,234.5)'), en: expect.stringContaining('although these data have a decimal comma by now') } }]]);
    expect((await (await filled(described({ decimalMark: '.' }), 7.5)).read(described())).layout).not.toHaveProperty('remarks');
  });

  it('is known by its mark where it is older and does not say its decimal mark; else what may be two numbers is refused', async () => {
    const older = async (luas: string, mark?: string) => {
      const template = await filled(described({ decimalMark: '.' }), luas);
      for (const column of [3, 4]) for (let row = 2; row <= 6; row += 1) template.mark.getCell(row, column).value = null;
      template.mark.getCell('B1').value = null;
      if (mark) template.mark.getCell(MARK_CELL).value = mark;
      return template.read(described());
    };
    expect((await older('1.234')).rows[0]?.['luas']).toBe('1.234');
    expect((await older('1.234', templateMark(described()))).rows[0]?.['luas']).toBe('1234');
    const { layout } = await older('1.234', 'tertib-1-unknown');
    expect(layout.unreadable).toHaveLength(1);
    expect(layout.remarks).toEqual([{ severity: 'ERROR', message: { id: expect.stringContaining('templat lama yang tidak mencatat tanda desimalnya'), en: expect.stringContaining('1 cell that may be two numbers, such as “1.234”, is not read') } }]);
  });

  it('is refused where a filled column is in another unit by now; another way of writing the unit is none', async () => {
    const refused = (await filled(described(), 7)).read(changed('luas', { unit: 'km²' }));
    await expect(refused).rejects.toMatchObject({ name: 'UnreadableTable', text: { id: expect.stringContaining('Sejak itu berubah: satuan kolom “LUAS”, dari ha menjadi km². '), en: expect.stringContaining('the unit of the column “LUAS”, from ha to km²') } });
    await expect((await filled(described(), 7)).read(changed('luas', { unit: null }))).rejects.toThrow('from ha to none');
    expect((await (await filled(described(), 7)).read(changed('luas', { unit: ' HA' }))).rows[0]?.['luas']).toBe('7');
    expect((await (await filled(described(), null)).read(changed('luas', { unit: 'km²' }))).rows).toHaveLength(1);
  });

  it('is mapped where the type has changed safely, and refused where cells would mean something else', async () => {
    expect((await (await filled(described(), 7)).read(changed('luas', { type: 'integer' }))).rows[0]?.['luas']).toBe('7');
    expect((await (await filled(described(), 7.5)).read(changed('luas', { type: 'integer' }))).layout.unreadable).toHaveLength(1);
    expect((await (await filled(described(), 7, { E2: 2024 })).read(changed('jumlah', { type: 'string' }))).rows[0]?.['jumlah']).toBe('2024');
    for (const [name, type, cell] of [['luas', 'region', 'B2'], ['nama', 'number', 'D2'], ['hari', 'integer', 'C2']] as const) {
      await expect((await filled(described(), null, { [cell]: '7' })).read(changed(name, { type }))).rejects.toThrow(`the type of the column “${name.toUpperCase()}”`);
    }
  });
});
