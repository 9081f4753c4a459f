import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ExternalTask, FormData, Handlers, OnSubmission } from './decorators.js';
import { HandlerRegistry } from './handler-registry.js';
import { TertibTaskModule } from './task.module.js';

@Handlers()
class Greetings {
  readonly word = 'halo';

  @ExternalTask('greet', { title: 'Greet' })
  async greet(input: { name: string }) {
    return { text: `${this.word} ${input.name}` };
  }

  @OnSubmission('sapaan')
  async check() {
    return { dari: this.word };
  }

  @FormData('sapaan')
  async fill() {
    return { kata: this.word };
  }
}

@Handlers()
class Copy {
  @ExternalTask('greet', { title: 'Greet again' })
  async greet() {}
}

const started = async (...providers: (new () => object)[]) => {
  @Module({ providers })
  class Application {}
  const module = await Test.createTestingModule({ imports: [TertibTaskModule, Application] }).compile();
  await module.init();
  return module.get(HandlerRegistry);
};

describe('HandlerExplorer', () => {
  it('finds what providers declare, bound to their instance', async () => {
    const registry = await started(Greetings);
    expect(registry.externalTasks().map(({ topic, source }) => [topic, source])).toEqual([['greet', 'Greetings.greet']]);
    expect(await registry.externalTask('greet')?.run({ name: 'Ani' }, {} as never)).toEqual({ text: 'halo Ani' });
    expect(await registry.submissionRule('sapaan')?.({} as never)).toEqual({ dari: 'halo' });
    expect(await registry.formData('sapaan')?.({} as never)).toEqual({ kata: 'halo' });
    expect(registry.formData('lain')).toBeUndefined();
  });

  it('refuses two handlers of one topic, and names both', async () => {
    await expect(started(Greetings, Copy)).rejects.toThrow('External task "greet" is declared twice: by Greetings.greet and by Copy.greet');
  });

  it('serves a topic under its former names too, which nobody else may take', async () => {
    @Handlers()
    class Renamed {
      @ExternalTask('sapa', { title: 'Greet', aliases: ['greet', 'hello'] })
      async run() {}
    }
    const registry = await started(Renamed);
    expect(registry.externalTasks().map(({ topic, source }) => `${topic} ${source}`)).toEqual(['sapa Renamed.run', 'greet Renamed.run', 'hello Renamed.run']);
    expect(registry.externalTask('hello')?.source).toBe('Renamed.run');
    await expect(started(Renamed, Copy)).rejects.toThrow('External task "greet" is declared twice: by Renamed.run and by Copy.greet');
  });
});
