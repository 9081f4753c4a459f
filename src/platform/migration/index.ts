import { OrderedCaseEntity } from './orders/ordered-case.entity.js';
import { OrderEntity } from './orders/order.entity.js';
import { MigrationOrders1732400018000 } from './orders.migration.js';

export { MigrationModule } from './migration.module.js';

export const entities = [OrderEntity, OrderedCaseEntity];
export const migrations = [MigrationOrders1732400018000];
