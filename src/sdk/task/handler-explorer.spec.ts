import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ExternalTask, FormData, Handlers, OnSubmission, PrepareSubmission } from './decorators.js';
import { lettersOf } from '../catalogue/letters.js';
import { HandlerRegistry } from './handler-registry.js';
import { LetterValues, type LetterQuestion } from './letter-values.js';
import { TertibTaskModule } from './task.module.js';

@Handlers()
class Greetings {
  readonly word = 'halo';

  @ExternalTask('greet', { title: 'Greet' })
  async greet(input: { name: string }) {
    return { text: `${this.word} ${input.name}` };
  }

  @PrepareSubmission('sapaan')
  async prepare() {
    return this.word.toUpperCase();
  }

  @OnSubmission('sapaan')
  async check(_submission: unknown, prepared: string) {
    return { dari: this.word, siap: prepared };
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
    const prepared = await registry.submissionPreparation('sapaan')?.({} as never);
    expect(await registry.submissionRule('sapaan')?.({} as never, prepared)).toEqual({ dari: 'halo', siap: 'HALO' });
    expect(await registry.formData('sapaan')?.({} as never)).toEqual({ kata: 'halo' });
    expect(registry.formData('lain')).toBeUndefined();
  });

  it('finds what is said of letters, for each of their names, and refuses what is said twice', async () => {
    @Handlers()
    class Permits {
      @LetterValues(['surat-izin', 'mail-izin'], { topics: ['greet'], example: { nama: 'Contoh' }, names: { nama: 'Name' } })
      async permit({ caseId }: LetterQuestion) {
        return { values: { nama: caseId } };
      }
    }
    @Handlers()
    class Twice {
      @LetterValues('mail-izin', { topics: ['greet'], example: {} })
      async permit() {
        return null;
      }
    }
    const registry = await started(Permits);
    expect(await registry.letterValues('mail-izin')?.({ caseId: 'k', letter: 'mail-izin' })).toEqual({ values: { nama: 'k' } });
    expect(registry.letterValues('lain')).toBeUndefined();
    const entry = { topics: ['greet'], example: { nama: 'Contoh' }, names: { nama: { id: 'Name', en: 'Name' } }, source: 'Permits.permit' };
    expect(lettersOf([Permits])).toEqual([{ letter: 'mail-izin', ...entry }, { letter: 'surat-izin', ...entry }]);
    const both = /"mail-izin".* declared twice: by Permits.permit and by Twice.permit/;
    expect(() => lettersOf([Permits, Twice])).toThrow(both);
    await expect(started(Permits, Twice)).rejects.toThrow(both);
  });

  it('refuses two handlers of one topic, and names both', async () => {
    await expect(started(Greetings, Copy)).rejects.toThrow('External task "greet" is declared twice: by Greetings.greet and by Copy.greet');
  });

  it('refuses to prepare what no rule takes', async () => {
    @Handlers()
    class Alone {
      @PrepareSubmission('sapaan')
      async prepare() {}
    }
    await expect(started(Alone)).rejects.toThrow(`Alone.prepare prepares submissions of form "sapaan", but no @OnSubmission('sapaan') takes what it answers`);
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
