import { Inject, Injectable, Module, Scope, UseGuards, UseInterceptors, UsePipes, type CallHandler, type CanActivate, type ExecutionContext, type NestInterceptor, type PipeTransform, type Type } from '@nestjs/common';
import { APP_GUARD, REQUEST } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { map } from 'rxjs';
import { ExternalTask, FormData, Handlers } from './decorators.js';
import { FatalError } from './failures.js';
import { taskOf } from './handler-call.js';
import { HandlerRegistry } from './handler-registry.js';
import type { TaskContext } from './task-context.js';
import { TertibTaskModule } from './task.module.js';

const log: string[] = [];

@Injectable()
class OpenDoor implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    log.push(`guard ${context.getType()} ${taskOf(context)?.id} ${context.getHandler().name} ${JSON.stringify(context.getArgs()[0])}`);
    return taskOf(context)?.topic !== 'closed';
  }
}

@Injectable()
class Doubled implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler) {
    log.push('before');
    return next.handle().pipe(map((value: { n: number }) => ({ n: value.n * 2 })));
  }
}

@Injectable()
class Increased implements PipeTransform {
  transform(value: { n: number }, { type }: { type: string }) {
    return type === 'body' ? { n: value.n + 1 } : value;
  }
}

/** One for each task. */
@Injectable({ scope: Scope.REQUEST })
class OfThisTask {
  static made = 0;
  readonly number = ++OfThisTask.made;
  constructor(@Inject(REQUEST) readonly task: TaskContext) {}
}

@Injectable({ scope: Scope.REQUEST })
class ScopedGuard implements CanActivate {
  constructor(private readonly own: OfThisTask) {}
  canActivate(): boolean {
    log.push(`scoped guard ${this.own.task.id}`);
    return true;
  }
}

@Handlers()
class Shared {
  readonly name = 'shared';

  @ExternalTask('around', { title: 'Around' })
  @UseGuards(OpenDoor)
  @UseInterceptors(Doubled)
  @UsePipes(Increased)
  async around(input: { n: number }, task: TaskContext) {
    log.push(`${this.name} ${task.id}`);
    return input;
  }

  @ExternalTask('closed', { title: 'Closed' })
  @UseGuards(OpenDoor)
  async closed() {
    log.push('called');
  }
}

@Handlers()
class PerTask {
  constructor(private readonly own: OfThisTask) {}

  @ExternalTask('scoped', { title: 'Scoped' })
  @UseGuards(ScopedGuard)
  @UseInterceptors(Doubled)
  async scoped(input: { n: number }) {
    return { n: input.n + this.own.number, id: this.own.task.id };
  }

  @FormData('form')
  async fill() {
    return { number: this.own.number };
  }
}

@Handlers({ scope: Scope.TRANSIENT })
class Transient {
  private calls = 0;

  @ExternalTask('transient', { title: 'Transient' })
  async count() {
    return { n: ++this.calls };
  }
}

describe('A handler within Nest', () => {
  beforeEach(() => {
    log.length = 0;
    OfThisTask.made = 0;
  });

  const started = async (providers: Type<object>[], more: object[] = []) => {
    @Module({ providers: [...providers, OfThisTask, ...more] as never })
    class Application {}
    const module = await Test.createTestingModule({ imports: [TertibTaskModule, Application] }).compile();
    await module.init();
    const registry = module.get(HandlerRegistry);
    return { registry, run: (topic: string, input: unknown, id = 't1') => registry.externalTask(topic)?.run(input, { id, topic } as TaskContext) };
  };

  it('has guards, interceptors and pipes around it', async () => {
    const { run } = await started([Shared]);
    expect(await run('around', { n: 1 })).toEqual({ n: 4 });
    expect(log).toEqual(['guard tertib t1 around {"n":1}', 'before', 'shared t1']);
  });

  it('is not called where a guard says no: an incident that names both', async () => {
    const { run } = await started([Shared]);
    await expect(run('closed', {})).rejects.toThrow(FatalError);
    await expect(run('closed', {})).rejects.toThrow('A guard did not let the task pass to Shared.closed');
    expect(log.filter((line) => line === 'called')).toEqual([]);
  });

  it('has the guards of the whole application too', async () => {
    const { run } = await started([Shared], [{ provide: APP_GUARD, useClass: OpenDoor }]);
    await expect(run('closed', {})).rejects.toThrow('A guard did not let');
    await run('around', { n: 1 });
    expect(log.filter((line) => line.startsWith('guard tertib t1 around'))).toHaveLength(2);
  });

  it('is made anew for each task where it is request-scoped, with its guards', async () => {
    const { run, registry } = await started([PerTask]);
    expect(await run('scoped', { n: 10 }, 'x')).toEqual({ n: 22 });
    expect(await run('scoped', { n: 10 }, 'y')).toEqual({ n: 24 });
    expect(log.filter((line) => line.startsWith('scoped'))).toEqual(['scoped guard x', 'scoped guard y']);
    expect(await registry.formData('form')?.({} as never)).toEqual({ number: 3 });
  });

  it('is made anew for each task where it is transient', async () => {
    const { run } = await started([Transient]);
    expect([await run('transient', {}), await run('transient', {})]).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it.each(['concurrency', 'timeLimit', 'lockDuration'] as const)('refuses a %s that makes no sense, and names the method', async (option) => {
    @Handlers()
    class Wrong {
      @ExternalTask('wrong', { title: 'Wrong', [option]: 0 })
      async work() {}
    }
    await expect(started([Wrong])).rejects.toThrow(`${option} of Wrong.work is 0: it must be a whole number above zero`);
  });
});
