import type { Text } from '../../../sdk/index.js';
import type { FormDefinition } from '../../forms/index.js';
import { parseDiagram, processesOf } from '../diagram/model.js';
import { namesOf } from '../resource-names.js';
import type { Resource } from '../resource.js';
import type { Change, ChangeKind } from './change.js';
import { compareDiagrams, type Vocabularies } from './compare-diagrams.js';
import { compareForms } from './compare-forms.js';
import { diffLines, type Line } from './line-diff.js';
import { vocabularyOf, type Known } from './vocabulary.js';

/** One file of two versions. */
export interface FileComparison extends Pick<Resource, 'kind' | 'key' | 'path'> {
  readonly title: Text;
  readonly change: ChangeKind;
  readonly changes: readonly Change[];
  /** Of a letter: all lines of both. */
  readonly lines: readonly Line[];
  readonly before: string | null;
  readonly after: string | null;
}

/** The files that differ between two versions, each with what differs in it. */
export async function compareFiles(before: readonly Resource[], after: readonly Resource[], known: Known): Promise<FileComparison[]> {
  const [old, now] = [before, after].map((all) => new Map(all.map((resource) => [resource.path, resource]))) as [Map<string, Resource>, Map<string, Resource>];
  const words = { before: await vocabularyOf(before, known), after: await vocabularyOf(after, known) };
  const files: FileComparison[] = [];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.content !== is?.content) files.push(await compareFile(was, is, words));
  }
  return files;
}

async function compareFile(was: Resource | undefined, is: Resource | undefined, words: Vocabularies): Promise<FileComparison> {
  const { kind, key, path } = (is ?? was) as Resource;
  const { title } = await namesOf((is ?? was) as Resource);
  const whole = { kind, key, path, title, before: was?.content ?? null, after: is?.content ?? null };
  const lines = kind === 'letter' ? diffLines(was?.content ?? '', is?.content ?? '') : [];
  if (!was || !is) return { ...whole, change: was ? 'removed' : 'added', changes: [], lines };
  return { ...whole, change: 'changed', changes: await changesOf(was, is, words, lines), lines };
}

const UNREADABLE: Change = { change: 'changed', place: '', words: { id: 'Berkas ini tidak dapat dibaca, jadi isinya tidak dapat dibandingkan. Buka berkasnya dan perbaiki.', en: 'This file cannot be read, so what is in it cannot be compared. Open the file and correct it.' } };
const WRITING: Change = { change: 'changed', place: '', words: { id: 'Hanya cara berkas ditulis yang berbeda; isinya sama.', en: 'Only the way the file is written differs; it says the same.' } };

async function changesOf(was: Resource, is: Resource, words: Vocabularies, lines: readonly Line[]): Promise<readonly Change[]> {
  if (is.kind === 'letter') return [lineCount(lines)];
  if (!(await isReadable(was)) || !(await isReadable(is))) return [UNREADABLE];
  const changes = is.kind === 'form' || is.kind === 'part' ? compareForms(JSON.parse(was.content) as FormDefinition, JSON.parse(is.content) as FormDefinition) : await compareDiagrams(was.content, is.content, words);
  return changes.length > 0 ? changes : [WRITING];
}

/** What was saved has passed its check; what an older version holds, or somebody has in their editor, may not. */
async function isReadable({ kind, content }: Resource): Promise<boolean> {
  try {
    return kind === 'form' || kind === 'part' ? Array.isArray((JSON.parse(content) as FormDefinition).components) : processesOf((await parseDiagram(content)).definitions).length > 0;
  } catch {
    return false;
  }
}

function lineCount(lines: readonly Line[]): Change {
  const count = (change: Line['change']): number => lines.filter((line) => line.change === change).length;
  const [added, removed] = [count('added'), count('removed')];
  if (!added && !removed) return WRITING;
  return { change: 'changed', place: '', words: { id: `${added} baris baru, ${removed} baris dihapus`, en: `${counted(added)} added, ${counted(removed)} removed` } };
}

const counted = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);
