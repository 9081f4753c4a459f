import type { UploadPlace } from '../../files/index.js';
import { failed } from './failures.js';
import { idsIn, type Ids } from './ids.js';
import type { KeptFile, KeptScript } from './script.js';
import type { StageDoor } from './stage-door.js';

interface Parts {
  readonly door: StageDoor;
  readonly script: KeptScript;
  readonly ids: Ids;
  readonly contentOf: (file: KeptFile) => Promise<Buffer>;
}

/** Uploads the files of a kept rehearsal once more, each when it is sent first. */
export class Uploads {
  private readonly done = new Set<string>();

  constructor(private readonly parts: Parts) {}

  /** Those that this answer names. @throws TestFailed where one is not let in. */
  async before(answer: unknown, by: string, place: UploadPlace = {}): Promise<void> {
    const { door, script, ids, contentOf } = this.parts;
    const named = new Set(idsIn(answer));
    for (const file of script.files.filter(({ id }) => named.has(id) && !this.done.has(id))) {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(await contentOf(file))]), file.name);
      for (const [key, value] of Object.entries(place)) form.set(key, String(value));
      const { ok, body } = await door.ask(by, 'POST', '/api/files', form);
      if (!ok) throw failed.lostFile(file.name);
      ids.learn(file.id, (body as { id: string }).id);
      this.done.add(file.id);
    }
  }
}
