import ExcelJS, { type Cell, type CellHyperlinkValue, type Worksheet } from '@protobi/exceljs';
import { attribute, writtenSheet } from './sheet-xml.js';

/**
 * Cells with a formula whose result the file does not hold, as programs write them that do not compute. ExcelJS tells them from a result that is an empty text
 * (`=IF(A2="";"";…)`) as little as from none, so the sheet itself is asked where there is any. XlsxWriter, with which pandas writes, puts a zero there, and says
 * of the workbook that it is to be computed.
 */
export async function uncomputedCells(content: Buffer, sheet: Worksheet): Promise<ReadonlySet<string>> {
  const [silent, zeros] = [new Set<string>(), new Set<string>()];
  sheet.eachRow((row) => row.eachCell((cell) => {
    if (isSilent(cell)) silent.add(cell.address);
    else if (cell.type === ExcelJS.ValueType.Formula && cell.result === 0) zeros.add(cell.address);
  }));
  if (silent.size + zeros.size === 0) return silent;
  const { xml, isUncomputed } = await writtenSheet(content, sheet.id);
  for (const address of answered(xml)) silent.delete(address);
  return isUncomputed ? new Set([...silent, ...zeros]) : silent;
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
