import { Injectable, Module, forwardRef, type DynamicModule } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { z } from 'zod';
import { ExternalTask, Handlers } from '../task/index.js';
import { catalogueOf } from './catalogue.js';
import { TertibCatalogueModule } from './catalogue.module.js';
import { HandlerCatalogue } from './handler-catalogue.js';

@Handlers()
class Documents {
  constructor() {
    throw new Error('nothing may be instantiated');
  }

  @ExternalTask('document.render', {
    title: { id: 'Membuat surat', en: 'Draw up a letter' },
    description: 'From its template.',
    fields: { letter: { id: 'Templat', en: 'Template' }, other: 'Of another handler' },
    input: z.object({ letter: z.string().meta({ title: 'ignored' }), copies: z.number().meta({ title: 'Copies' }), due: z.date().nullish() }),
    output: z.object({ id: z.string().transform((id) => ({ id })) }),
    examples: [{ input: { letter: 'invitation', copies: 2 } }],
    retries: [5],
    aliases: ['letter.render'],
    upgrades: { abc: (input) => input },
  })
  async render() {}

  async helper() {}
}

@Handlers()
class Vendors {
  @ExternalTask('a.valibot', { title: 'By package', input: v.object({ name: v.string(), kind: v.optional(v.picklist(['a', 'b'])) }) })
  async byPackage() {}

  @ExternalTask('b.standard', { title: 'By interface', input: toStandardJsonSchema(v.object({ name: v.string() })) })
  async byInterface() {}

  @ExternalTask('c.stranger', { title: 'Not described', input: { '~standard': { version: 1, vendor: 'mine', validate: (value: unknown) => ({ value }) } }, output: z.string() })
  async stranger() {}
}

@Injectable()
class Plain {}

class Dynamic {
  static register(): DynamicModule {
    return { module: Dynamic, providers: [{ provide: 'vendors', useClass: Vendors }, { provide: 'value', useValue: 1 }] };
  }
}

@Module({ imports: [forwardRef(() => Inner), Dynamic.register()], providers: [Plain] })
class Application {}

@Module({ imports: [forwardRef(() => Application)], providers: [Documents] })
class Inner {}

describe('catalogueOf', () => {
  it('reads plugins, modules and classes without making any of them', () => {
    const topics = ['a.valibot', 'b.standard', 'c.stranger', 'document.render'];
    expect(catalogueOf([{ module: Application }]).map(({ topic }) => topic)).toEqual(topics);
    expect(catalogueOf([Application, Inner, Documents]).map(({ topic }) => topic)).toEqual(topics);
    expect(catalogueOf([Plain])).toEqual([]);
  });

  it('says of a handler all that it declares', () => {
    expect(catalogueOf([Documents])).toEqual([
      {
        topic: 'document.render',
        aliases: ['letter.render'],
        title: { id: 'Membuat surat', en: 'Draw up a letter' },
        description: { id: 'From its template.', en: 'From its template.' },
        fields: { letter: { id: 'Templat', en: 'Template' }, copies: { id: 'Copies', en: 'Copies' }, due: { id: 'due', en: 'due' }, id: { id: 'id', en: 'id' } },
        input: {
          type: 'object',
          properties: { letter: { type: 'string', title: 'ignored' }, copies: { type: 'number', title: 'Copies' }, due: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] } },
          required: ['letter', 'copies'],
        },
        output: { type: 'object', properties: { id: {} }, required: ['id'], additionalProperties: false },
        examples: [{ input: { letter: 'invitation', copies: 2 } }],
        retries: [5],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        upgrades: ['abc'],
        source: 'Documents.render',
      },
    ]);
  });

  it('describes schemas of other libraries, and never guesses', () => {
    const [byPackage, byInterface, stranger] = catalogueOf([Vendors]);
    expect(byPackage?.input).toEqual({ type: 'object', properties: { name: { type: 'string' }, kind: { enum: ['a', 'b'], type: 'string' } }, required: ['name'] });
    expect(byInterface?.input).toEqual({ type: 'object', properties: { name: { type: 'string' } }, required: ['name'] });
    expect([byPackage?.output, stranger?.input, stranger?.output]).toEqual([null, null, null]);
    expect(byPackage?.retries).toEqual([10, 60, 600]);
  });

  it('refuses one topic for two handlers, former names included', () => {
    @Handlers()
    class Second {
      @ExternalTask('letter.render', { title: 'Again' })
      async render() {}
    }
    expect(() => catalogueOf([Documents, Second])).toThrow('External task "letter.render" is declared twice: by Documents.render and by Second.render');
  });

  it('refuses a module that is only there when it has been started', () => {
    @Module({ imports: [Promise.resolve(Dynamic.register())] })
    class Late {}
    expect(() => catalogueOf([Late])).toThrow('A module that is given as a promise cannot be read');
  });
});

describe('HandlerCatalogue', () => {
  it('holds what the application was put together from, and knows former names', async () => {
    @Handlers()
    class Sums {
      @ExternalTask('sum', { title: 'Sum', aliases: ['add'] })
      async sum() {}
    }
    @Module({ providers: [Sums, Plain] })
    class Small {}
    const module = await Test.createTestingModule({ imports: [TertibCatalogueModule, Small] }).compile();
    const catalogue = module.get(HandlerCatalogue);
    expect(catalogue.handlers.map(({ topic }) => topic)).toEqual(['sum']);
    expect([catalogue.handler('sum')?.source, catalogue.handler('add')?.source, catalogue.handler('mul')]).toEqual(['Sums.sum', 'Sums.sum', undefined]);
  });
});
