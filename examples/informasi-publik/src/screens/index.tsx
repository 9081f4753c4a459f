import { defineScreens } from 'tertib/screens';
import { RegisterPage } from './RegisterPage.js';
import { ReportPage } from './ReportPage.js';

export default defineScreens({ apiVersion: 1, pages: { register: RegisterPage, laporan: ReportPage } });
