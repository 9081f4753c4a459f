import type { FormComponent } from '../form-definition.js';
import { isRecord } from '../validation/empty.js';

type Foreign = Readonly<Record<string, unknown>> & { readonly type: string };

/** Types of Form.io that have another name or form here. */
const CONVERSIONS: Readonly<Record<string, (component: Foreign) => object>> = {
  file: ({ storage: _storage, url: _url, options: _options, dir: _dir, fileTypes: _types, webcam: _webcam, image: _image, multiple, filePattern, fileMaxSize, ...rest }) => ({
    ...rest,
    type: 'berkas',
    multipleFiles: multiple === true,
    filePattern: filePattern === '' || filePattern === undefined ? '*' : filePattern,
    fileMaxSize: fileMaxSize ?? '10MB',
  }),
  currency: ({ currency: _currency, ...rest }) => ({ ...rest, type: 'number' }),
  url: (component) => ({ ...component, type: 'textfield' }),
  htmlelement: ({ tag, content, attrs: _attrs, ...rest }) => ({ ...rest, type: 'content', input: false, html: `<${String(tag || 'p')}>${String(content ?? '')}</${String(tag || 'p')}>` }),
};

export const converted = (component: Foreign): FormComponent => ((Object.hasOwn(CONVERSIONS, component.type) ? CONVERSIONS[component.type]?.(component) : undefined) ?? component) as FormComponent;

const inside = (value: unknown): unknown[] => (isRecord(value) && Array.isArray(value['components']) ? value['components'] : []);

/** Groups that only change how fields are laid out or named; their fields are taken without them. */
const LIFTED: Readonly<Record<string, (component: Foreign) => unknown[]>> = {
  container: inside,
  table: ({ rows }) => (Array.isArray(rows) ? rows.flat() : []).flatMap(inside),
  // Each tab is a panel.
  tabs: (component) => inside(component).map((tab) => (isRecord(tab) ? { input: false, ...tab, type: 'panel', title: tab['label'] } : tab)),
};

/** What stands in a group that is not taken itself; null where it is no such group. */
export const lifted = (component: Foreign): unknown[] | null => (Object.hasOwn(LIFTED, component.type) ? (LIFTED[component.type]?.(component) ?? null) : null);
