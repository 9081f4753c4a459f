/** What `tertib/screens` is inside the admin; `screens/index.d.ts` describes it. */
export { Link, Navigate } from 'react-router';
export { Problem } from '../api/index.js';
export { Form } from './Form.js';
export { Icon } from '../shared/icons.js';
export { defineWords, useLanguage, useT } from '../shared/i18n/index.js';
export { newestError } from '../shared/newest-error.js';
export { parseTsv, writeTsv } from '../shared/tsv.js';
export { AreaField, Async, Dialog, Empty, FileField, Page, ProblemNote, say, SelectField, TextField } from '../shared/ui/index.js';
export { CompleteMany as CompleteTogether } from '../features/tasks/index.js';
export { defineScreens, fileAddress, request, useFormat, useNavigate, useParams, useUser } from './adapted.js';
