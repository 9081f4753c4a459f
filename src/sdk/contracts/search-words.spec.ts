import { DataSource, EntitySchema } from 'typeorm';
import { narrowByWords } from './search-words.js';

const Entry = new EntitySchema<{ id: number; title: string; note: string }>({ name: 'entries', columns: { id: { type: 'integer', primary: true }, title: { type: 'text' }, note: { type: 'text' } } });

describe('searching by words', () => {
  let source: DataSource;
  beforeAll(async () => {
    source = await new DataSource({ type: 'better-sqlite3', database: ':memory:', entities: [Entry], synchronize: true }).initialize();
    await source.manager.insert(Entry, [{ id: 1, title: 'Penduduk Merlung', note: '50% naik!' }, { id: 2, title: 'Luas lahan_sawah', note: 'Merlung' }, { id: 3, title: 'Penduduk', note: '' }]);
  });
  afterAll(() => source.destroy());

  it.each<[string, number[]]>([
    ['', [1, 2, 3]], ['  ', [1, 2, 3]], ['PENDUDUK', [1, 3]], ['merlung', [1, 2]], ['merlung penduduk', [1]], ['%', [1]], ['_', [2]], ['naik!', [1]], ['!', [1]], ["' OR 1=1", []], ['a b c d e f g h i j', []],
  ])('%j finds those with every word, and no pattern', async (text, found) => {
    const query = source.manager.createQueryBuilder(Entry, 'e').orderBy('e.id');
    narrowByWords(query, text, 'e.title', 'e.note');
    expect((await query.getMany()).map(({ id }) => id)).toEqual(found);
  });
});
