import { literalFits, takesNull } from './literal.js';

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

describe('what a diagram writes out for an input', () => {
  it.each<[object, string, boolean]>([
    [{ type: 'string' }, 'anything', true],
    [{ type: 'string', pattern: '^[a-z-]+$' }, 'Surat tugas', false],
    [{ type: 'string', maxLength: 3 }, 'long', false],
    [{ type: 'string', minLength: 1 }, '', false],
    [{ type: 'string', enum: ['selesai', 'batal'] }, 'batal', true],
    [{ type: 'string', enum: ['selesai', 'batal'] }, 'seleasi', false],
    [nullable({ type: 'string', enum: ['selesai'] }), 'selesai', true],
    [nullable({ type: 'string', enum: ['selesai'] }), 'null', false],
    [{ const: 2 }, '2', true],
    [{ type: 'integer' }, '3', true],
    [{ type: 'integer' }, '3.5', false],
    [{ type: 'number' }, '-3.5', true],
    [{ type: 'number' }, 'many', false],
    [{ type: ['boolean', 'null'] }, 'true', true],
    [{ type: 'boolean' }, 'yes', false],
    [{ type: 'array' }, 'a, b', false],
    [{ type: 'object' }, '{}', false],
    [{}, 'anything', true],
  ])('%j and “%s”: %s', (schema, text, fits) => expect(literalFits(schema as never, text)).toBe(fits));

  it('is not judged where the input is not known', () => expect(literalFits(undefined, 'x')).toBe(true));

  it.each<[object | undefined, boolean]>([[undefined, true], [{}, true], [{ type: 'string' }, false], [{ enum: ['a'] }, false], [{ const: 1 }, false], [{ type: ['string', 'null'] }, true], [nullable({ type: 'string' }), true]])('may be empty, %j: %s', (schema, takes) =>
    expect(takesNull(schema as never)).toBe(takes),
  );
});
