import { shownValue } from './shown-value.js';

it.each([
  ['a time', { type: 'Date', value: '2026-03-01T07:00:00.000+0700' }, '2026-03-01T00:00:00.000Z'],
  ['a large number', { type: 'Long', value: '9007199254740993' }, '9007199254740993'],
  ['a file', { type: 'File', value: null, valueInfo: { filename: 'a.pdf' } }, 'a.pdf'],
  ['bytes', { type: 'Bytes', value: 'AP8=' }, null],
  ['what only Java reads', { type: 'Object', value: 'rO0', valueInfo: { serializationDataFormat: 'application/x-java-serialized-object' } }, null],
  ['an object', { type: 'Json', value: '{"a":1}' }, { a: 1 }],
])('the read model keeps %s as JSON', (_what, variable, shown) => {
  expect(shownValue(variable)).toEqual(shown);
});
