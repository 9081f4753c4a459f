import { EngineFile } from '../contracts/index.js';
import { VariableUnreadable } from './errors.js';
import { exactLongs } from './exact-longs.js';
import { fromEngineVariable, fromEngineVariables, LONGEST_TEXT, toEngineVariable, toEngineVariables } from './variables.js';

const JAVA = { value: 'rO0ABXNy', type: 'Object', valueInfo: { objectTypeName: 'com.example.Data', serializationDataFormat: 'application/x-java-serialized-object' } };

describe('Process variables', () => {
  it.each([
    ['text', 'layak', 'String', 'layak'],
    ['a decimal', '12345678901234567.89', 'String', '12345678901234567.89'],
    ['an integer', 7, 'Integer', 7],
    ['the largest integer of 32 bits', 2147483647, 'Integer', 2147483647],
    ['a larger integer', 2147483648, 'Long', 2147483648],
    ['an integer that no number holds', 9007199254740993n, 'Long', '9007199254740993'],
    ['a fraction', 0.25, 'Double', 0.25],
    ['a truth value', false, 'Boolean', false],
    ['nothing', null, 'Null', null],
    ['a missing value', undefined, 'Null', null],
    ['a time', new Date(1), 'Date', '1970-01-01T00:00:00.001+0000'],
    ['bytes', Uint8Array.of(0, 255), 'Bytes', 'AP8='],
    ['an object', { a: 1 }, 'Json', '{"a":1}'],
    ['a list of objects', [{ a: 1 }], 'Json', '[{"a":1}]'],
  ])('%s', (_, value, type, written) => {
    expect(toEngineVariable(value)).toEqual({ type, value: written });
  });

  it('write a list of texts as the Java list that multi-instance activities need', () => {
    expect(toEngineVariable(['p1', 'p2'])).toEqual({
      type: 'Object',
      value: '["p1","p2"]',
      valueInfo: { objectTypeName: 'java.util.ArrayList', serializationDataFormat: 'application/json' },
    });
  });

  it('come back as they went', () => {
    const values = { text: 'a', list: ['p1'], empty: [], object: { b: [null] }, rows: [{ a: 1 }], none: null, count: 3, part: 0.5, large: 2 ** 40, huge: 2n ** 62n + 1n, yes: true, at: new Date(1_234), bytes: Buffer.from('\0é') };
    const written = JSON.stringify(toEngineVariables(values));
    expect(fromEngineVariables(JSON.parse(exactLongs(written)))).toEqual(values);
  });

  it.each([
    ['a short', { type: 'Short', value: 7 }, 7],
    ['a long that a number holds', { type: 'Long', value: 7 }, 7],
    ['a long that no number holds', { type: 'Long', value: '9007199254740993' }, 9007199254740993n],
    ['XML', { type: 'Xml', value: '<a/>' }, '<a/>'],
    ['a file', { type: 'File', value: null, valueInfo: { filename: 'surat.pdf', mimeType: 'application/pdf' } }, new EngineFile('surat.pdf', 'application/pdf', null)],
    ['a date that is not set', { type: 'Date', value: null }, null],
    ['text that only looks like JSON', { type: 'String', value: '{"a":1}' }, '{"a":1}'],
  ])('are read: %s', (_, variable, value) => {
    expect(fromEngineVariable(variable)).toEqual(value);
  });

  it('refuse what only Java reads, where it is asked for', () => {
    expect(() => fromEngineVariable(JAVA)).toThrow(VariableUnreadable);
    const read = fromEngineVariables({ java: JAVA, ok: { type: 'Integer', value: 1 } });
    expect({ ...read }).toEqual({ ok: 1 });
    expect(() => read['java']).toThrow('Process variable "java" cannot be read: it holds com.example.Data as application/x-java-serialized-object, which only Java can read');
  });

  it('take any name', () => {
    const read = fromEngineVariables({ ['__proto__']: { type: 'String', value: 'x' } });
    expect(Object.entries(read)).toEqual([['__proto__', 'x']]);
  });

  it.each([NaN, Infinity, 'x'.repeat(LONGEST_TEXT + 1), 2n ** 63n, new EngineFile('a.txt', null, null)])('refuse what the engine cannot hold', (value) => {
    expect(() => toEngineVariables({ catatan: value })).toThrow(/^Process variable "catatan": /);
    expect(() => toEngineVariable(value)).toThrow(RangeError);
  });
});

describe('exactLongs', () => {
  it('makes text of whole numbers that JavaScript would round, and of nothing else', () => {
    const json = '{"a":9007199254740993,"b":-9223372036854775808,"c":9007199254740991,"d":"9007199254740993 \\" 9007199254740993","e":1234567890123456.7,"f":[1E20]}';
    expect(exactLongs(json)).toBe('{"a":"9007199254740993","b":"-9223372036854775808","c":9007199254740991,"d":"9007199254740993 \\" 9007199254740993","e":1234567890123456.7,"f":[1E20]}');
  });
});
