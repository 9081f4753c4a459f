import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { definePlugin, ExternalTask, Handlers } from '../sdk/index.js';
import { PluginHandlers } from './plugin-handlers.js';

@Handlers()
class Base {
  @ExternalTask('surat.kirim', { title: 'Send', output: z.object({ nomor: z.string() }) })
  async send() {
    return { nomor: '1' };
  }
}

@Handlers()
class Extended extends Base {
  @ExternalTask('surat.arsip', { title: 'Archive' })
  async archive() {}
}

class NotMarked {
  @ExternalTask('tidak.ada', { title: 'Never' })
  async never() {}
}

@Module({ providers: [NotMarked, { provide: 'text', useValue: 'x' }, { provide: Base, useClass: Extended }] })
class Inner {}

@Module({})
class Dynamic {}

const plugin = definePlugin({ name: 'surat', module: { module: Dynamic, imports: [Inner, Inner] }, entities: [], migrations: [], procedures: [] });

describe('handlers of a plugin', () => {
  const handlers = new PluginHandlers([plugin]);

  it('are found in its modules and their ancestors, where they are marked', () => {
    expect([...handlers.topics()].sort()).toEqual(['surat.arsip', 'surat.kirim']);
  });

  it('tell what they answer where their schema does', () => {
    expect(handlers.outputs('surat.kirim')).toEqual(['nomor']);
    expect(handlers.outputs('surat.arsip')).toBeNull();
    expect(handlers.outputs('tidak.ada')).toBeNull();
  });
});
