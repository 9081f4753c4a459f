import { z } from 'zod';
import { SatuData } from '../../satu-data/index.js';
import { ExternalTask, Handlers } from '../task/index.js';
import { catalogueOf } from './catalogue.js';
import { handlerReference } from './handler-reference.js';

@Handlers()
class Documents {
  @ExternalTask('document.render', {
    title: { id: 'Membuat surat', en: 'Draw up a letter' },
    description: 'From its template.',
    fields: { letter: 'Template | key' },
    input: z.object({ letter: z.string(), copies: z.int().nullish(), kinds: z.array(z.enum(['a', 'b'])), when: z.union([z.iso.date(), z.iso.datetime()]), fixed: z.literal(1), any: z.any() }),
    examples: [{ input: { letter: 'invitation' }, output: {} }],
    retries: [],
    aliases: ['letter.render'],
    upgrades: { abcdef0123456789: (input) => input },
  })
  async render() {}
}

describe('the reference of handlers', () => {
  const text = handlerReference(catalogueOf([Documents]));

  it.each([
    '## document.render', '**Draw up a letter** (Membuat surat). From its template.', '| `letter` | Template \\| key | string | required |', '| `copies` |  | integer | optional |',
    '| `kinds` |  | list of "a" or "b" | required |', '| `when` |  | string (date) or string (date-time) | required |', '| `fixed` |  | 1 | required |', '| `any` |  | anything | required |', 'Output: not described.',
    '"letter": "invitation"', 'Tried again after nothing: one try. Method `Documents.render`', 'Also serves `letter.render`.', 'Takes input of contracts `abcdef012345` as well.',
  ])('has %s', (line) => expect(text).toContain(line));

  it('knows what ships in both languages: titles, descriptions, inputs, outputs', () => {
    const catalogue = catalogueOf([SatuData]);
    const bare = catalogue.filter(({ description, input, output, title }) => !description || description.id === description.en || title.id === title.en || !input || !output);
    const unnamed = catalogue.flatMap(({ topic, fields }) => Object.entries(fields).filter(([name, { id, en }]) => id === name && en === name).map(([name]) => `${topic} ${name}`));
    expect([bare.map(({ topic }) => topic), unnamed]).toEqual([[], []]);
  });
});
