import { canonicalJson, contractHash } from './contract-hash.js';

const input = { type: 'object', properties: { a: { type: 'string' }, title: { enum: ['x', 'y'] } }, required: ['a', 'title'] };

describe('contractHash', () => {
  it('does not mind the order of keys, nor of lists whose order says nothing', () => {
    const other = { required: ['title', 'a'], properties: { title: { enum: ['y', 'x'] }, a: { type: 'string' } }, type: 'object' };
    expect(contractHash('t', other, null)).toBe(contractHash('t', input, null));
  });

  it('does not mind what only explains, but does mind properties that are called so', () => {
    const explained = { ...input, description: 'All of it', properties: { ...input.properties, a: { type: 'string', title: 'A', examples: ['1'] } } };
    expect(contractHash('t', explained, null)).toBe(contractHash('t', input, null));
    expect(contractHash('t', { ...input, properties: { a: { type: 'string' } } }, null)).not.toBe(contractHash('t', input, null));
  });

  it.each([
    ['another topic', contractHash('u', input, null)],
    ['another side', contractHash('t', null, input)],
    ['another type', contractHash('t', { ...input, properties: { ...input.properties, a: { type: 'number' } } }, null)],
    ['one less that is required', contractHash('t', { ...input, required: ['a'] }, null)],
    ['another default', contractHash('t', { ...input, properties: { ...input.properties, a: { type: 'string', default: { title: 'x' } } } }, null)],
  ])('minds %s', (_what, hash) => expect(hash).not.toBe(contractHash('t', input, null)));

  it('is made of JSON in one form', () => expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}'));
});
