import { z } from 'zod';
import { inputChanges, outputChanges } from './compatibility.js';
import { describeSchema } from './json-schema.js';

const before = z.object({ producer: z.string(), count: z.number(), mode: z.enum(['a', 'b']), note: z.string().optional() });
const changed = (now: z.ZodType) => inputChanges(describeSchema(before, 'input'), describeSchema(now, 'input')).map(({ kind, property }) => `${kind} ${property}`);
const field = (old: z.ZodType, now: z.ZodType) => inputChanges(describeSchema(z.object({ x: old }), 'input'), describeSchema(z.object({ x: now }), 'input')).map(({ kind }) => kind);

describe('inputs', () => {
  it.each<[string, z.ZodType]>([
    ['nothing changed', before],
    ['an optional one was added', before.extend({ more: z.string().optional() })],
    ['one became optional', before.partial({ producer: true })],
    ['one has a default', before.extend({ count: z.number().default(3) })],
    ['more values are allowed', before.extend({ mode: z.enum(['a', 'b', 'c']) })],
    ['any text is allowed', before.extend({ mode: z.string() })],
    ['it may be empty', before.extend({ producer: z.string().nullish() })],
    ['only words changed', before.extend({ producer: z.string().describe('Who delivers') })],
    ['all others are taken as well', z.looseObject({ producer: z.string() })],
  ])('are as before where %s', (_name, now) => expect(changed(now)).toEqual([]));

  it.each<[string, z.ZodType, string[]]>([
    ['is gone', before.omit({ note: true }), ['input-removed note']],
    ['is new and required', before.extend({ more: z.string() }), ['input-required more']],
    ['is required now', before.required({ note: true }), ['input-required note']],
    ['has another type', before.extend({ count: z.string() }), ['input-narrowed count']],
    ['has fewer values', before.extend({ mode: z.enum(['a', 'c']) }), ['input-narrowed mode']],
    ['was renamed', before.omit({ producer: true }).extend({ office: z.string() }), ['input-removed producer', 'input-required office']],
  ])('no longer fit where one %s', (_name, now, found) => expect(changed(now)).toEqual(found));

  it.each<[string, z.ZodType, z.ZodType]>([
    ['a shorter text', z.string().max(10), z.string().max(5)],
    ['a text of a pattern', z.string(), z.string().regex(/^a/)],
    ['a whole number', z.number(), z.int()],
    ['no null', z.string().nullable(), z.string()],
    ['one alternative less', z.union([z.string(), z.number(), z.boolean()]), z.union([z.string(), z.boolean()])],
    ['other items', z.array(z.any()), z.array(z.number())],
    ['something inside that is required', z.object({ a: z.string() }), z.object({ a: z.string(), b: z.string() })],
    ['a type inside', z.object({ a: z.any() }), z.object({ a: z.number() })],
    ['something of anything', z.any(), z.string()],
  ])('take less: %s', (_name, old, now) => {
    expect(field(old, now)).toContain('input-narrowed');
    expect(field(now, old)).not.toContain('input-narrowed');
  });

  it('cannot be judged where one side is not described', () => {
    expect(inputChanges(null, describeSchema(before, 'input'))).toEqual([]);
    expect(inputChanges(describeSchema(before, 'input'), null)).toEqual([]);
  });
});

describe('outputs', () => {
  const old = describeSchema(z.object({ id: z.string(), count: z.number(), kind: z.string() }), 'output');
  const given = (now: z.ZodType, ...used: string[]) => outputChanges(old, describeSchema(now, 'output'), new Set(used)).map(({ kind, property }) => `${kind} ${property}`);

  it('matter only where a diagram uses them', () => {
    expect(given(z.object({ id: z.string() }), 'id')).toEqual([]);
    expect(given(z.object({ id: z.string() }), 'id', 'count')).toEqual(['output-removed count']);
  });

  it('may be more and narrower, but neither wider nor missing', () => {
    expect(given(z.object({ id: z.string(), count: z.int(), kind: z.enum(['a']), more: z.string() }), 'id', 'count', 'kind')).toEqual([]);
    expect(given(z.object({ id: z.string().optional(), count: z.string(), kind: z.string().nullable() }), 'id', 'count', 'kind')).toEqual(['output-optional id', 'output-changed count', 'output-changed kind']);
  });

  it('cannot be judged where they are not described', () => expect(outputChanges(old, null, new Set(['id']))).toEqual([]));
});
