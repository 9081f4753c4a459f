import type ExcelJS from '@protobi/exceljs';
import { JAMBI_POPULATION_2024 } from '../../src/satu-data/reference/index.js';
import { openTemplate } from './templates.js';

const COLUMNS = { laki_laki: 'C', perempuan: 'D', jumlah: 'E', luas_km2: 'F' } as const;

/** The template of the population as a producer fills it: Jambi's numbers beside the regions that are there already. */
export async function fillPopulation(template: Buffer, change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const workbook = await openTemplate(template);
  const sheet = workbook.getWorksheet('Data');
  if (!sheet) throw new Error('The template has no sheet "Data"');
  JAMBI_POPULATION_2024.forEach((row, index) => {
    if (sheet.getCell(`A${index + 2}`).value !== row.kode_wilayah) throw new Error(`Row ${index + 2} of the template is not for ${row.kode_wilayah}`);
    for (const [name, letter] of Object.entries(COLUMNS)) sheet.getCell(`${letter}${index + 2}`).value = Number(row[name as keyof typeof COLUMNS]);
  });
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Nine errors of all the kinds that a list drawn up in the form can hold; and what verification must say of them. */
export function plantNineErrors(sheet: ExcelJS.Worksheet): void {
  sheet.getCell('C3').value = null;
  sheet.getCell('D4').value = 'seratus';
  sheet.getCell('C5').value = 1.5;
  sheet.getCell('F6').value = 0;
  sheet.getCell('A7').value = '15.99';
  sheet.getCell('E8').value = 244_906;
  sheet.getCell('F9').value = null;
  sheet.getCell('A11').value = '15.09';
  for (const letter of 'ABCDEF') sheet.getCell(`${letter}12`).value = null;
}
export const NINE_FINDINGS = ['grid -', 'required C3', 'type D4', 'type C5', 'range F6', 'code A7', 'sum E8', 'required F9', 'key A11'];
