import { Global, Module } from '@nestjs/common';
import { TaskLinks } from '../../sdk/index.js';
import { UploadPlaces } from '../files/index.js';
import { AbilitiesController } from './abilities/abilities.controller.js';
import { PersonAbilities } from './abilities/abilities.service.js';
import { Acceptance } from './acceptance.js';
import { CaseTables } from './case-tables.js';
import { Claims } from './claims.service.js';
import { Completion } from './completion.service.js';
import { TaskDigest } from './digest/task-digest.service.js';
import { TaskDrafts } from './drafts.service.js';
import { Leftovers } from './leftovers.service.js';
import { TaskLinksService } from './links/task-links.service.js';
import { NextTask } from './next-task.js';
import { ProceduresController } from './procedures.controller.js';
import { Starting } from './start.service.js';
import { TaskAccess } from './task-access.js';
import { TaskForms } from './task-forms.js';
import { TaskChoices } from './task-choices.js';
import { TaskList } from './task-list.js';
import { TaskUploadPlaces } from './task-upload-places.js';
import { TaskView } from './task-view.js';
import { WebhookSender } from './webhook/webhook-sender.js';
import { WebhookWriter } from './webhook/webhook-writer.js';
import { TasksController } from './tasks.controller.js';

/** The inbox, tasks with their forms, and starting procedures. */
@Global()
@Module({
  controllers: [TasksController, ProceduresController, AbilitiesController],
  providers: [Acceptance, CaseTables, Claims, Completion, TaskDigest, WebhookWriter, WebhookSender, TaskDrafts, Leftovers, NextTask, Starting, TaskAccess, TaskForms, TaskList, TaskChoices, TaskView, PersonAbilities, { provide: UploadPlaces, useClass: TaskUploadPlaces }, { provide: TaskLinks, useClass: TaskLinksService }],
  exports: [UploadPlaces, Leftovers, TaskLinks],
})
export class TasksModule {}
