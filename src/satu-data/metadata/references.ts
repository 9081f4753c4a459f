import type { FieldProblem } from 'tertib';
import { codeOf, readCode } from './metadata-code.js';
import type { MetadataEntity } from './metadata.entity.js';
import { fieldsOf, type Content, type Field, type Reference, type Sheet } from './sheets/sheet.js';

/** A record by its kind and number, if there is one that the asker may see. */
export type FindRecord = (kind: MetadataEntity['kind'], number: number) => Promise<Pick<MetadataEntity, 'kind' | 'number' | 'content'> | null>;

interface Filled {
  readonly content: Content;
  readonly problems: readonly FieldProblem[];
}

/** Entered once: where a code names another record, what that record says stands here as well, and a code that names none is refused. */
export async function withReferences(sheet: Sheet, content: Content, find: FindRecord): Promise<Filled> {
  const fields = fieldsOf(sheet);
  const own = await filled(fields, content, '', find);
  const lists = await Promise.all(fields.filter(({ columns, key }) => columns?.some(({ of }) => of) && Array.isArray(own.content[key])).map(async ({ key, columns = [] }) => {
    const rows = await Promise.all((own.content[key] as Content[]).map((row, index) => filled(columns, row, `${key}.${index}.`, find)));
    return { key, rows: rows.map((row) => row.content), problems: rows.flatMap(({ problems }) => problems) };
  }));
  return { content: { ...own.content, ...Object.fromEntries(lists.map(({ key, rows }) => [key, rows])) }, problems: [...own.problems, ...lists.flatMap(({ problems }) => problems)] };
}

async function filled(fields: readonly Field[], values: Content, prefix: string, find: FindRecord): Promise<Filled> {
  let content = values;
  const problems: FieldProblem[] = [];
  for (const { key, of } of fields) {
    const code = values[key];
    if (!of || typeof code !== 'string') continue;
    const read = readCode(code);
    const record = read?.kind === of.kind ? await find(of.kind, read.number) : null;
    if (record) content = { ...content, [key]: codeOf(record), ...taken(of, record.content) };
    else problems.push(unknown(`${prefix}${key}`, code));
  }
  return { content, problems };
}

const taken = ({ takes }: Reference, from: Content): Content => Object.fromEntries(Object.entries(takes).filter(([, theirs]) => from[theirs] !== undefined).map(([own, theirs]) => [own, from[theirs]]));

const unknown = (path: string, code: string): FieldProblem => ({
  path, message: { id: `Tidak ada metadata dengan kode “${code}” di sini. Pilih dari yang tercatat, atau kosongkan kodenya.`, en: `There is no metadata with the code “${code}” here. Choose one that is recorded, or leave the code blank.` },
});
