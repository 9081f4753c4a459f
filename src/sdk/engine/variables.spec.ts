import { fromEngineVariables, LONGEST_TEXT, toEngineVariable, toEngineVariables } from './variables.js';

describe('Process variables', () => {
  it.each([
    ['text', 'layak', 'String', 'layak'],
    ['an integer', 7, 'Integer', 7],
    ['the largest integer of 32 bits', 2147483647, 'Integer', 2147483647],
    ['a larger integer', 2147483648, 'Long', 2147483648],
    ['a fraction', 0.25, 'Double', 0.25],
    ['a truth value', false, 'Boolean', false],
    ['nothing', null, 'Null', null],
    ['a missing value', undefined, 'Null', null],
    ['a time', new Date(0), 'String', '1970-01-01T00:00:00.000Z'],
    ['an object', { a: 1 }, 'Json', '{"a":1}'],
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
    const values = { text: 'a', list: ['p1'], empty: [], object: { b: [null] }, none: null, count: 3 };
    expect(fromEngineVariables(toEngineVariables(values))).toEqual(values);
  });

  it('leave text alone that only looks like JSON', () => {
    expect(fromEngineVariables({ text: { type: 'String', value: '{"a":1}' } })).toEqual({ text: '{"a":1}' });
  });

  it.each([NaN, Infinity, 'x'.repeat(LONGEST_TEXT + 1)])('refuse what the engine cannot hold', (value) => {
    expect(() => toEngineVariable(value)).toThrow(RangeError);
  });
});
