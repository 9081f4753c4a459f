import ExcelJS, { type DataValidation } from '@protobi/exceljs';
import { unzip } from './bag.js';

/** A template as somebody opens it to fill it. Without the rules of its columns: ExcelJS keeps one for each of 100,000 cells, and takes minutes to write them again. */
export async function openTemplate(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer, { ignoreNodes: ['dataValidations'] });
  return workbook;
}

type ColumnRule = Partial<DataValidation> & { readonly cells: string };

/** What its columns check themselves, by their letters, as the file says it; with the cells that a rule is for. */
export async function columnRules(content: Buffer): Promise<Record<string, ColumnRule>> {
  const sheet = (await unzip(content)).get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '';
  return Object.fromEntries([...sheet.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/gs)].map(([, written = '', inner = '']) => {
    const { sqref = '', allowBlank, showErrorMessage, showInputMessage, ...rule } = Object.fromEntries([...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)] as const));
    const formulae = [...inner.matchAll(/<formula\d>(.*?)<\/formula\d>/gs)].map(([, formula = '']) => valueOf(rule['type'] ?? '', plain(formula)));
    const flags = { allowBlank: allowBlank === '1', showErrorMessage: showErrorMessage === '1', showInputMessage: showInputMessage === '1' };
    return [sqref.replace(/\d.*/, ''), { ...(rule['type'] !== 'list' && { operator: 'between' }), ...rule, ...flags, formulae, cells: sqref } as ColumnRule] as const;
  }));
}

const plain = (text: string): string => text.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function valueOf(type: string, formula: string): string | number | Date {
  if (type === 'date') return new Date(Math.round((Number(formula) - 25_569) * 86_400_000));
  return type === 'list' ? formula : Number(formula);
}
