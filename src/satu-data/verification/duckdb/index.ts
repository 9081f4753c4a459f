export { scanRead, type Running } from './scan-read.js';
export { ScanProcess, type ScanJob } from './scan-process.js';
export type { ScanContext } from './scan.js';
export { cutFinding } from './faults.js';
export { writeRows } from './write-table.js';
