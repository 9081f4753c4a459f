import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry } from 'yauzl';

/** A sheet of a workbook as it was written; empty where it is not found. `id` is what the workbook calls it by. */
export async function sheetXml(content: Buffer, id: number): Promise<string> {
  const zip = await fromBufferPromise(content, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  const part = async (name: string): Promise<string> => {
    const entry = entries.get(name);
    return entry ? (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8') : '';
  };
  const sheet = tagsOf(await part('xl/workbook.xml'), 'sheet').find((tag) => attribute(tag, 'sheetId') === String(id));
  const link = sheet && tagsOf(await part('xl/_rels/workbook.xml.rels'), 'Relationship').find((tag) => attribute(tag, 'Id') === attribute(sheet, 'r:id'));
  // Both ways of saying where it is are written.
  return link ? part(`xl/${attribute(link, 'Target')?.replace(/^(?:\s|\/xl\/)+/, '') ?? ''}`) : '';
}

const tagsOf = (xml: string, name: string): string[] => xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

/** What an attribute of a tag says. */
export const attribute = (tag: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
};
