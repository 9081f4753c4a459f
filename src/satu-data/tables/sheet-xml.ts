import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry } from 'yauzl';

/** What a workbook says of itself and of a sheet, as it was written: for what ExcelJS does not tell. */
export interface WrittenSheet {
  /** The sheet; empty where it is not found. */
  readonly xml: string;
  /** Whether whoever wrote it asks for it to be computed when it is opened: the results in it are none. */
  readonly isUncomputed: boolean;
}

/** @param id - what the workbook calls the sheet by. */
export async function writtenSheet(content: Buffer, id: number): Promise<WrittenSheet> {
  const zip = await fromBufferPromise(content, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  const part = async (name: string): Promise<string> => {
    const entry = entries.get(name);
    return entry ? (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8').replaceAll(/<!--.*?-->/gs, '') : '';
  };
  const workbook = await part('xl/workbook.xml');
  const isUncomputed = tagsOf(workbook, 'calcPr').some((tag) => ['1', 'true'].includes(attribute(tag, 'fullCalcOnLoad') ?? ''));
  const sheet = tagsOf(workbook, 'sheet').find((tag) => attribute(tag, 'sheetId') === String(id));
  const link = sheet && tagsOf(await part('xl/_rels/workbook.xml.rels'), 'Relationship').find((tag) => attribute(tag, 'Id') === attribute(sheet, 'r:id'));
  // Both ways of saying where it is are written.
  return { isUncomputed, xml: link ? await part(`xl/${attribute(link, 'Target')?.replace(/^(?:\s|\/xl\/)+/, '') ?? ''}`) : '' };
}

const tagsOf = (xml: string, name: string): string[] => xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

/** What an attribute of a tag says. */
export const attribute = (tag: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
};
