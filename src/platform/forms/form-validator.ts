import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Offices, Problem } from '../../sdk/index.js';
import { DeadlineError, ThreadPool } from '../kernel/index.js';
import { Choices } from './choices/choices.js';
import { FileCheck } from './file-check.js';
import { walk, type FormDefinition } from './form-definition.js';
import type { FormResult, ValidationJob, ValidationOptions } from './validation-result.js';
import { fileIdsIn, outsize } from './posted-data.js';

const DEADLINE = 5_000;
const THREADS = { entry: new URL('./validation/validation.worker.js', import.meta.url), size: 2, memoryMb: 256 };

/** Checks what was sent against the form of the task's own release, in a thread of its own. */
@Injectable()
export class FormValidator implements OnModuleDestroy {
  private readonly pool = new ThreadPool<ValidationJob, FormResult>(THREADS);

  constructor(
    private readonly files: FileCheck,
    private readonly offices: Offices,
    private readonly choices: Choices,
  ) {}

  /**
   * Answers the clean data (only what the form knows and shows) and its process variables, or every misfit with its field.
   *
   * @throws "validation-timeout" (422) when the check does not end within five seconds of work.
   */
  async validate(form: FormDefinition, data: unknown, options: ValidationOptions = {}): Promise<FormResult> {
    const tooLarge = outsize(data);
    if (tooLarge) return { ok: false, errors: [{ path: '', component: form.key, message: tooLarge }] };
    const files = options.files ?? (await this.files.known(fileIdsIn(form, data)));
    const offices = await this.officesFor(form);
    const choices = await this.choices.permitted(form, data);
    try {
      return await this.pool.run({ form, data, initial: options.initial ?? {}, files, offices, choices }, DEADLINE);
    } catch (error) {
      if (!(error instanceof DeadlineError)) throw error;
      throw new Problem('validation-timeout', 422, {
        id: 'Pemeriksaan isian terlalu lama dan dihentikan. Sederhanakan isian, atau laporkan formulir ini kepada administrator.',
        en: 'Checking what was entered took too long and was stopped. Enter less, or report this form to the administrator.',
      });
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  private async officesFor(form: FormDefinition): Promise<string[]> {
    const asked = [...walk(form.components)].some((component) => component.type === 'pilihProdusen');
    return asked ? (await this.offices.all('produsen')).flatMap((office) => [office.id, office.code]) : [];
  }
}
