import { existsSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import { FormValidator, type FormDefinition } from '../platform/forms/index.js';
import { Renderer } from '../platform/notifications/index.js';
import type { Plugin } from '../sdk/index.js';

const NO_FIELDS = { key: 'none', title: { id: '-', en: '-' }, display: 'form', components: [] } as const satisfies FormDefinition;
const LETTER = { html: '<p>-<b>-</b></p>', layout: '{{> isi}}', context: {}, meta: { title: '-', number: '', author: '', date: '2000-01-01T00:00:00Z', language: 'id' as const } };

/** Starts the threads that check forms and draw letters beside the rest of the start, so that no test waits for what they load. */
@Injectable()
export class WarmUp implements OnModuleInit {
  private started: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly plugins: readonly Plugin[],
    private readonly parts: ModuleRef,
  ) {}

  onModuleInit(): void {
    const form = this.parts.get(FormValidator, { strict: false }).validate(NO_FIELDS, {});
    const letter = this.plugins.some(hasLetters) ? this.parts.get(Renderer, { strict: false }).pdf(LETTER) : null;
    this.started = Promise.allSettled([form, letter]);
  }

  async done(): Promise<void> {
    await this.started;
  }
}

const hasLetters = ({ resources }: Plugin): boolean => resources !== undefined && existsSync(new URL('letters', resources.href.replace(/\/?$/, '/')));
