export { Dialog } from './Dialog.js';
export { AreaField, SelectField, TextField } from './Field.js';
export { FileField } from './FileField.js';
export { LeaveGuard } from './LeaveGuard.js';
export { Page } from './Page.js';
export { ProblemNote } from './Problem.js';
export { Async, Empty, Loading } from './states.js';
export { say, Toasts } from './toast.js';
