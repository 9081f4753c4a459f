import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module, type INestApplication, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { AppModule } from '../../src/app.module.js';
import { AppConfig, Database } from '../../src/platform/kernel/index.js';
import { Deployer } from '../../src/platform/releases/deployer.service.js';
import { Publishing } from '../../src/platform/releases/publishing.service.js';
import { Seeding } from '../../src/platform/releases/seeding.service.js';
import { catalogueOf, definePlugin, ExternalTask, fromEngineVariable, Handlers } from '../../src/sdk/index.js';
import { startTestEngine, type TestEngine } from '../support/engine.js';

const DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definisi" targetNamespace="https://tertib.id/bpmn">
  <bpmn:process id="sapaan" name="Sapaan" isExecutable="true">
    <bpmn:startEvent id="mulai"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="izin" />
    <bpmn:userTask id="izin" name="Memberi izin" camunda:candidateGroups="kasi"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="b" sourceRef="izin" targetRef="sapa" />
    <bpmn:serviceTask id="sapa" name="Menyapa pemohon" camunda:type="external" camunda:topic="uji.sapa">
      <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="nama">\${pemohon}</camunda:inputParameter><camunda:inputParameter name="kali">2</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>
      <bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing>
    </bpmn:serviceTask><bpmn:sequenceFlow id="c" sourceRef="sapa" targetRef="selesai" />
    <bpmn:endEvent id="selesai"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

const First = z.object({ nama: z.string(), kali: z.number() });
const Changed = First.extend({ bahasa: z.enum(['id', 'en']) });

@Handlers()
class Published {
  @ExternalTask('uji.sapa', { title: 'Greet', input: First })
  async greet({ nama, kali }: z.infer<typeof First>) {
    return { salam: 'Halo '.repeat(kali) + nama };
  }
}

@Handlers()
class WithOneMoreInput {
  @ExternalTask('uji.sapa', { title: 'Greet', input: Changed })
  async greet() {}
}

@Handlers()
class Renamed {
  @ExternalTask('salam.kirim', { title: 'Send greetings', input: First })
  async greet() {}
}

@Handlers()
class RenamedWithAlias {
  @ExternalTask('salam.kirim', { title: 'Send greetings', aliases: ['uji.sapa'], input: First })
  async greet({ nama, kali }: z.infer<typeof First>) {
    return { salam: `${kali}x ${nama}` };
  }
}

const [published] = catalogueOf([Published]);

@Handlers()
class WithUpgrade {
  @ExternalTask('uji.sapa', { title: 'Greet', input: Changed, upgrades: { [published?.hash ?? '']: (input) => ({ ...input, bahasa: 'en' }) } })
  async greet({ nama, bahasa }: z.infer<typeof Changed>) {
    return { salam: `${bahasa === 'en' ? 'Hello' : 'Halo'} ${nama}` };
  }
}

/** The real application with one handler, on a real engine, from one start to the next with other code. */
describe('Pinned contracts', () => {
  let engine: TestEngine;
  let app: INestApplication | undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-pins-'));

  const start = async (handlers: Type): Promise<INestApplication> => {
    @Module({ providers: [handlers] })
    class Application {}
    const plugin = definePlugin({ name: 'uji', module: Application, procedures: [], roles: { kasi: { title: { id: 'Kasi', en: 'Head of section' } } } });
    const config = new AppConfig({ TERTIB_DATA: dataDir, ENGINE_URL: engine.url, ENGINE_USER: engine.user, ENGINE_PASSWORD: engine.password });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config, [plugin])] }).overrideProvider(Seeding).useValue({}).compile();
    const made = module.createNestApplication({ logger: false });
    try {
      return await made.init();
    } catch (error) {
      await made.get(Database).close();
      throw error;
    }
  };
  const restart = async (handlers: Type) => {
    await app?.close();
    app = undefined;
    app = await start(handlers);
  };
  const refusal = (handlers: Type) => restart(handlers).then(() => 'started', (error: Error) => error.message);

  beforeAll(async () => {
    engine = await startTestEngine();
    app = await start(Published);
    await app.get(Publishing).seed([{ path: 'bpmn/sapaan.bpmn', kind: 'diagram', key: 'sapaan', content: DIAGRAM }]);
    await app.get(Deployer).deployPending();
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    await engine?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const begin = async (businessKey: string): Promise<string> => {
    const [definition] = await engine.client.repository.definitions({ key: 'sapaan', latestVersion: true });
    return (await engine.client.runtime.startProcess({ definitionId: definition?.id ?? '', businessKey, variables: { pemohon: 'Ani' } })).id;
  };
  /** Lets an instance go on to its automatic step; answers what came of it. */
  const greeting = async (processInstanceId: string): Promise<unknown> => {
    const [task] = await engine.client.tasks.tasks({ processInstanceId });
    await engine.client.tasks.completeTask(task?.id ?? '');
    for (let tries = 0; tries < 600; tries += 1) {
      const [variable] = (await engine.client.history.variableInstances({ processInstanceId })).filter(({ name }) => name === 'salam');
      if (variable) return fromEngineVariable(variable);
      await sleep(50);
    }
    return 'nothing came';
  };

  it('do not stop the code that they were made of; what a diagram writes as text reaches it as a number', async () => {
    const waiting = await begin('pin-1');
    await restart(Published);
    expect(await greeting(waiting)).toBe('Halo Halo Ani');
  });

  it('stop code that wants more, and say where and what to do', async () => {
    expect((await refusal(WithOneMoreInput)).split('\n')).toEqual([
      'This code does not do what published versions of the procedure, or cases that run on them, were promised. Nothing was started, nothing was changed.',
      '- Version 1, bpmn/sapaan.bpmn, step "Menyapa pemohon" (sapa), topic "uji.sapa": the input "bahasa" is required now.',
      `  Keep the former input optional, or declare upgrades: { '${published?.hash}': (input) => ({ ...input }) } on WithOneMoreInput.greet and give what it takes now.`,
    ]);
  });

  it('stop code whose topic is gone', async () => {
    const said = await refusal(Renamed);
    expect(said).toContain('topic "uji.sapa": no handler serves this topic any more.');
    expect(said).toContain(`Bring the handler back, or declare aliases: ['uji.sapa'] on the handler that does this work now.`);
  });

  it('let an upgrade function make the new input of the old, and the task is done by it', async () => {
    const waiting = await begin('pin-2');
    await restart(WithUpgrade);
    expect(await greeting(waiting)).toBe('Hello Ani');
  });

  it('let a handler serve its former topic', async () => {
    const waiting = await begin('pin-3');
    await restart(RenamedWithAlias);
    expect(await greeting(waiting)).toBe('2x Ani');
  });
});
