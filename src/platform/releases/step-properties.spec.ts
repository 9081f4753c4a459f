import { StepProperties } from './step-properties.js';

const title = { id: 'Fase', en: 'Phase' };
const known = (name: string, values: object = { a: { id: 'Awal', en: 'Beginning' } }) => new StepProperties([{ name: 'izin', stepProperties: { [name]: { title, values: values as never } } }]);

describe('what steps are marked with', () => {
  it('keeps the order in which it is to be chosen from', () => {
    expect(known('fase', { b: title, a: title }).all).toEqual([{ name: 'fase', title, values: [{ value: 'b', name: title }, { value: 'a', name: title }] }]);
    expect(new StepProperties([{ name: 'izin' }]).all).toEqual([]);
  });

  it.each([['Fase', {}, 'kebab-case'], ['step', { a: title }, 'taken'], ['fase', {}, 'no values']])('refuses %s', (name, values, sentence) => {
    expect(() => known(name, values)).toThrow(sentence);
  });

  it('is one for all plugins', () => {
    const plugin = (name: string) => ({ name, stepProperties: { fase: { title, values: { a: title } } } });
    expect(() => new StepProperties([plugin('izin'), plugin('surat')])).toThrow('"fase" of the plugin "surat" is taken');
  });
});
