import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Arrivals, MessageGateway, OpenTasks, TaskLinks } from '../../sdk/index.js';
import { UploadPlaces } from '../files/index.js';
import { AbilitiesController } from './abilities/abilities.controller.js';
import { PersonAbilities } from './abilities/abilities.service.js';
import { UnderWay, underWay } from '../kernel/index.js';
import { ArrivalsService } from './arrivals/arrivals.service.js';
import { Acceptance } from './acceptance.js';
import { CaseTables } from './case-tables.js';
import { Claims } from './claims.service.js';
import { Completion } from './completion.service.js';
import { HandoverController } from './handover/handover.controller.js';
import { HandoverNews } from './handover/handover-news.js';
import { Handovers } from './handover/handovers.service.js';
import { TaskDigest } from './digest/task-digest.service.js';
import { TaskDrafts } from './drafts.service.js';
import { Leftovers } from './leftovers.service.js';
import { TaskLinksService } from './links/task-links.service.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesService } from './notices/notices.service.js';
import { OpenTasksService } from './open-tasks.service.js';
import { NextTask } from './next-task.js';
import { ProceduresController } from './procedures.controller.js';
import { SentForms } from './sent-forms.js';
import { Starting } from './start.service.js';
import { TaskAccess } from './task-access.js';
import { TaskForms } from './task-forms.js';
import { TaskChoices } from './task-choices.js';
import { TaskList } from './task-list.js';
import { TaskUploadPlaces } from './task-upload-places.js';
import { TaskView } from './task-view.js';
import { FailedDeliveries } from './notices/failed-deliveries.js';
import { MessagesController } from './webhook/messages.controller.js';
import { Messages } from './webhook/messages.service.js';
import { GatewayMessages } from './webhook/gateway-messages.js';
import { WebhookSender } from './webhook/webhook-sender.js';
import { WebhookWriter } from './webhook/webhook-writer.js';
import { TasksController } from './tasks.controller.js';

/** The inbox, tasks with their forms, and starting procedures. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [TasksController, HandoverController, ProceduresController, AbilitiesController, NoticesController, MessagesController],
  providers: [Acceptance, CaseTables, Claims, Completion, TaskDigest, GatewayMessages, WebhookWriter, WebhookSender, Messages, NoticesService, FailedDeliveries, TaskDrafts, HandoverNews, Handovers, Leftovers, NextTask, SentForms, Starting, TaskAccess, TaskForms, TaskList, TaskChoices, TaskView, PersonAbilities, { provide: UploadPlaces, useClass: TaskUploadPlaces }, { provide: TaskLinks, useClass: TaskLinksService }, { provide: OpenTasks, useClass: OpenTasksService }, { provide: UnderWay, useValue: underWay }, { provide: Arrivals, useClass: ArrivalsService }, { provide: MessageGateway, useExisting: GatewayMessages }],
  exports: [UploadPlaces, Leftovers, Arrivals, TaskLinks, OpenTasks, MessageGateway],
})
export class TasksModule {}
