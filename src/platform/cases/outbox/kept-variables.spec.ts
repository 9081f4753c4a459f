import { keptVariables, restoredVariables } from './kept-variables.js';

it('variables come out of the outbox as they went in', () => {
  const variables = { at: new Date(1), huge: 2n ** 60n + 1n, bytes: Buffer.from('x'), text: 'a', list: ['p'], none: null, object: { at: '1970' }, lookalike: { 'tertib:date': '1970', more: 1 } };
  expect(restoredVariables(JSON.parse(JSON.stringify(keptVariables(variables))))).toEqual(variables);
});
