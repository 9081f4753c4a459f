import type { Resource, ResourceKind } from '../resource.js';
import { pathOf } from '../resource.js';
import { compareFiles } from './compare-files.js';
import { diffLines } from './line-diff.js';

const file = (kind: ResourceKind, key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });
const known = { roles: new Map(), topic: () => undefined };
const FORM = { key: 'f', title: { id: 'F', en: 'F' }, display: 'form', components: [] };

describe('two versions of a procedure', () => {
  it('tells of files that differ, came or went, and of no others', async () => {
    const files = await compareFiles([file('letter', 'sama', 'x'), file('letter', 'lama', 'x'), file('letter', 'ubah', 'satu\ndua')], [file('letter', 'sama', 'x'), file('letter', 'baru', 'y'), file('letter', 'ubah', 'satu\ntiga')], known);
    expect(files.map(({ key, change, before, after }) => [key, change, before, after])).toEqual([['baru', 'added', null, 'y'], ['lama', 'removed', 'x', null], ['ubah', 'changed', 'satu\ndua', 'satu\ntiga']]);
    expect(files[2]?.changes[0]?.words).toEqual({ id: '1 baris baru, 1 baris dihapus', en: '1 line added, 1 line removed' });
  });

  it('says so where only the writing differs, and where a file cannot be read', async () => {
    const [same] = await compareFiles([file('form', 'f', JSON.stringify(FORM))], [file('form', 'f', JSON.stringify(FORM, null, 2))], known);
    expect(same?.changes[0]?.words.en).toContain('Only the way the file is written');
    for (const kind of ['form', 'diagram'] as const) {
      const [broken] = await compareFiles([file(kind, 'f', 'x')], [file(kind, 'f', '<')], known);
      expect(broken?.changes[0]?.words.id).toContain('tidak dapat dibaca');
    }
  });
});

describe('lines of a letter', () => {
  const marks = (before: string, after: string) => diffLines(before, after).map(({ change, text }) => `${{ same: ' ', added: '+', removed: '-' }[change]}${text}`);

  it('are laid over each other', () => {
    expect(marks('a\nb\nc\nd\n', 'a\nx\nc\ny\nd\n')).toEqual([' a', '-b', '+x', ' c', '+y', ' d']);
    expect(marks('', 'a')).toEqual(['+a']);
    expect(marks('a\r\nb', 'a\nb')).toEqual([' a', ' b']);
    expect(marks('a\na\nb', 'a\nb')).toEqual([' a', '-a', ' b']);
  });

  it('are told as replaced where there are too many to compare', () => {
    const many = (word: string) => Array.from({ length: 2_100 }, (_, line) => `${word} ${line % 7}`).join('\n');
    expect(diffLines(`x\n${many('a')}`, `x\n${many('b')}`).filter(({ change }) => change === 'removed')).toHaveLength(2_100);
  });
});
