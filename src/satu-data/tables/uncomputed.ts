import ExcelJS, { type Cell, type CellHyperlinkValue, type Worksheet } from '@protobi/exceljs';
import { attribute, sheetXml } from './sheet-xml.js';

/**
 * Cells with a formula whose result the file does not hold, as programs write them that do not compute. ExcelJS tells them from a result that is an empty text
 * (`=IF(A2="";"";…)`) as little as from none, so the sheet itself is asked where there is any.
 */
export async function uncomputedCells(content: Buffer, sheet: Worksheet): Promise<ReadonlySet<string>> {
  const silent = new Set<string>();
  sheet.eachRow((row) => row.eachCell((cell) => void (isSilent(cell) && silent.add(cell.address))));
  if (silent.size > 0) for (const address of answered(await sheetXml(content, sheet.id))) silent.delete(address);
  return silent;
}

/** Whether ExcelJS has no value of it; of one with a link neither whether there is a formula. */
function isSilent(cell: Cell): boolean {
  if (cell.type === ExcelJS.ValueType.Formula) return (cell.result ?? null) === null;
  return cell.type === ExcelJS.ValueType.Hyperlink && ((cell.value as CellHyperlinkValue).text ?? null) === null;
}

const CELL = /<c(\s[^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

/** Cells that have no formula, or one whose result is a text, though an empty one. */
function* answered(xml: string): Generator<string> {
  for (const [, tag = '', inside = ''] of xml.matchAll(CELL)) {
    const isText = attribute(tag, 't') === 'str' && /<v[\s/>]/.test(inside);
    if (isText || !/<f[\s/>]/.test(inside)) yield attribute(tag, 'r') ?? '';
  }
}
