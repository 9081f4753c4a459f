export { OperateModule } from './operate.module.js';
