export { scanRead, type Running } from './scan-read.js';
export { ScanProcess } from './scan-process.js';
