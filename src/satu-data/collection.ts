import { BoardController } from './board/board.controller.js';
import { BoardCounts } from './board/board-counts.js';
import { BoardReader } from './board/board-data.js';
import { BoardReportService } from './board/board-report.service.js';
import { BoardSummaryService } from './board/board-summary.service.js';
import { Board1732400060000 } from './board/board.migration.js';
import { BoardService } from './board/board.service.js';
import { HeldDays } from './board/held-days.js';
import { RegisterService } from './board/register.service.js';
import { LastYear } from './changes/last-year.service.js';
import { ProducerMailer } from './correspondence/producer-mail.js';
import { DataListController } from './data-list/data-list.controller.js';
import { DataList1732400070000 } from './data-list/data-list.migration.js';
import { HandIn } from './data-list/hand-in.service.js';
import { ListAccess } from './data-list/list-access.js';
import { ListChanges } from './data-list/list-changes.js';
import { ListComparison } from './data-list/list-comparison.service.js';
import { ListEdit } from './data-list/list-edit.service.js';
import { ListMarks } from './data-list/list-marks.service.js';
import { ListSheets } from './data-list/list-sheets.service.js';
import { ListStart } from './data-list/list-start.service.js';
import { ListViews } from './data-list/list-view.service.js';
import { RuleTrials } from './data-list/rule-trial.service.js';
import { DataListForms } from './datasets/data-list.forms.js';
import { DataListService } from './datasets/data-list.service.js';
import { DatasetAccess } from './datasets/dataset-access.js';
import { DatasetLifecycle } from './datasets/dataset-lifecycle.js';
import { DatasetHandlers } from './datasets/dataset.handlers.js';
import { DatasetsController } from './datasets/datasets.controller.js';
import { TemplateService } from './datasets/template.service.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryWays1732400085000 } from './deliveries/delivery-ways.migration.js';
import { DeliveryForms } from './deliveries/delivery.forms.js';
import { OwedRows } from './deliveries/owed-rows.js';
import { ReceiptData } from './deliveries/receipt-data.js';
import { DeliveryHandlers } from './deliveries/delivery.handlers.js';
import { ValidationForms } from './deliveries/validation.forms.js';
import { LeaderLinksController } from './leader/leader-links.controller.js';
import { LeaderNotice } from './leader/leader-notice.js';
import { LeaderViews } from './leader/leader-view.service.js';
import { LeaderController } from './leader/leader.controller.js';
import { LetterData } from './letters/letter-data.js';
import { LetterForms } from './letters/letter.forms.js';
import { LetterHandlers } from './letters/letter.handlers.js';
import { LetterValuesOfCases } from './letters/letter-values.js';
import { MailValuesOfCases } from './letters/mail-values.js';
import { LetterReceivers } from './letters/letter-receivers.js';
import { LetterReminderHandlers } from './letters/letter-reminder.handlers.js';
import { LettersInForms } from './letters/letters-in-forms.js';
import { MetadataController } from './metadata/metadata.controller.js';
import { MetadataList } from './metadata/metadata-list.service.js';
import { MetadataPrint } from './metadata/metadata-print.service.js';
import { MetadataSheets1732400075000 } from './metadata/metadata-sheets.migration.js';
import { Metadata1732400054000 } from './metadata/metadata.migration.js';
import { MetadataService } from './metadata/metadata.service.js';
import { VariableUse } from './metadata/variable-use.service.js';
import { VariableUsesService } from './metadata/variable-uses.service.js';
import { PeriodForms } from './periods/period.forms.js';
import { PeriodHandlers } from './periods/period.handlers.js';
import { YearlyReminder1732300008200 } from './periods/yearly-reminder.migration.js';
import { YearlyReminder } from './periods/yearly-reminder.service.js';
import { DeadlineHandlers } from './requests/deadline.handlers.js';
import { EscalationController } from './requests/escalation.controller.js';
import { Escalations1732400095000 } from './requests/escalation.migration.js';
import { EscalationMail } from './requests/escalation-mail.js';
import { EscalationSchedule } from './requests/escalation-schedule.js';
import { EscalationService } from './requests/escalation.service.js';
import { ExtensionController } from './requests/extension.controller.js';
import { ExtensionService } from './requests/extension.service.js';
import { OutcomeHandlers } from './requests/outcome.handlers.js';
import { PublicAddress } from './portal/public-address.js';
import { QuestionCounts } from './questions/question-counts.js';
import { QuestionNotice } from './questions/question-notice.js';
import { QuestionsController } from './questions/questions.controller.js';
import { Questions1732400086000 } from './questions/questions.migration.js';
import { Questions } from './questions/questions.service.js';
import { QuestionThreads } from './questions/threads.service.js';
import { RequestAccess } from './requests/request-access.js';
import { RequestForms } from './requests/request.forms.js';
import { RequestHandlers } from './requests/request.handlers.js';
import { RequestsService } from './requests/requests.service.js';
import { RoomController } from './room/room.controller.js';
import { RoomChecks } from './room/room-checks.js';
import { RoomService } from './room/room.service.js';
import { RoomsService } from './room/rooms.service.js';
import { collectionEntities } from './shared/entities.js';
import { SatuData1732300008000 } from './shared/initial.migration.js';
import { SheetData } from './sheet/sheet-data.js';
import { ValidationSheets } from './sheet/sheet.service.js';
import { AnalysedTables } from './large/analysed-tables.js';
import { LargeRuns } from './large/large-runs.js';
import { LargeTables1732400101010 } from './large/large-tables.migration.js';
import { LargeTables } from './large/large-tables.service.js';
import { MarkedRows } from './large/marked-rows.js';
import { LargeWork } from './large/large-work.js';
import { TableReader } from './tables/index.js';
import { CheckController } from './verification/check.controller.js';
import { FindingsBookController } from './verification/findings-book.controller.js';
import { VerificationForms } from './verification/verification.forms.js';
import { VerificationHandlers } from './verification/verification.handlers.js';
import { ScanProcess } from './verification/duckdb/index.js';
import { VerificationService } from './verification/verification.service.js';
import { ReceiptCorrections } from './withdrawal/receipt-corrections.js';
import { Withdrawals } from './withdrawal/withdrawal.service.js';

/** Steps 1 to 9: from the assignment to complete data. */
export const collection = {
  controllers: [BoardController, DatasetsController, CheckController, FindingsBookController, ExtensionController, EscalationController, MetadataController, LeaderLinksController, LeaderController, DataListController, RoomController, QuestionsController],
  providers: [
    PeriodHandlers, PeriodForms, YearlyReminder, DataListService, DataListForms, DatasetAccess, DatasetLifecycle, DatasetHandlers, TemplateService, LetterData, LetterReceivers, LettersInForms, LetterHandlers, LetterReminderHandlers, LetterForms, LetterValuesOfCases, MailValuesOfCases,
    RequestsService, RequestHandlers, RequestForms, DeadlineHandlers, OutcomeHandlers, ExtensionService, EscalationMail, EscalationService, EscalationSchedule, DeliveriesService, DeliveryForms, ValidationForms, DeliveryHandlers, ReceiptData, TableReader,
    ScanProcess, LargeWork, LargeRuns, LargeTables, MarkedRows, AnalysedTables, VerificationService, VerificationHandlers, VerificationForms, BoardService, BoardCounts, BoardReader, BoardSummaryService, BoardReportService, RegisterService, HeldDays, ProducerMailer, MetadataService, VariableUse, LastYear, LeaderViews, LeaderNotice, PublicAddress, MetadataList, MetadataPrint, VariableUsesService,
    ListAccess, ListStart, ListChanges, ListEdit, ListViews, ListComparison, ListMarks, ListSheets, HandIn, RuleTrials, RequestAccess, OwedRows, SheetData, ValidationSheets, ReceiptCorrections, Withdrawals, RoomsService, RoomChecks, RoomService, QuestionCounts, QuestionNotice, Questions, QuestionThreads,
  ],
  entities: collectionEntities,
  migrations: [SatuData1732300008000, YearlyReminder1732300008200, Metadata1732400054000, Board1732400060000, DataList1732400070000, MetadataSheets1732400075000, DeliveryWays1732400085000, Questions1732400086000, Escalations1732400095000, LargeTables1732400101010],
};
