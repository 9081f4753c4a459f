export { scanRead, type Running } from './scan-read.js';
