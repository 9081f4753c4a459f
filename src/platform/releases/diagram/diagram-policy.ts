import { ALLOWED, DROPPED, EXPRESSION_RULES } from './allow-list.js';
import { unreadableTime } from './times.js';
import { isNode, parseDiagram, type Node, type ParseWarning } from './model.js';
import { finding, type Finding } from '../finding.js';
import { repair, type Repair } from '../repair.js';

/** The decoded model, clean; or why it may not run, with the model where it can be looked into none the less. */
export type DiagramVerdict = { readonly ok: true; readonly definitions: Node } | { readonly ok: false; readonly findings: readonly Finding[]; readonly definitions: Node | null };

const LARGEST = 2_000_000;
/** The largest that ships has 900 tags; a thousand take up to a quarter of a second to read, during which nobody else is served. */
const MOST_TAGS = 15_000;
const MARK_UP = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;
const INSTRUCTION = /<\?(?!xml\s)/i;

/**
 * The allow-list for diagrams: only elements, properties and values that are written down pass, and what is deployed
 * is serialised again from the decoded model, so that nothing travels that was not looked at.
 */
export async function judgeDiagram(xml: string): Promise<DiagramVerdict> {
  if (typeof xml !== 'string' || xml.length > LARGEST || xml.split('<').length > MOST_TAGS) return refused([tooLarge()]);
  if (MARK_UP.test(xml) || INSTRUCTION.test(xml)) {
    return refused([finding('xml-doctype', '', 'DOCTYPE, ENTITY dan instruksi pemroses tidak diperbolehkan.', 'DOCTYPE, ENTITY and processing instructions are not permitted.')]);
  }
  try {
    return await inspected(xml);
  } catch (error) {
    // Who nests elements by the thousand meets the end of the stack: the parser and the writer walk by recursion.
    if (error instanceof RangeError) return refused([tooLarge()]);
    throw error;
  }
}

async function inspected(xml: string): Promise<DiagramVerdict> {
  const parsed = await parseDiagram(xml).catch((error: unknown) => {
    if (error instanceof RangeError) throw error;
    return error instanceof Error ? error.message : String(error);
  });
  if (typeof parsed === 'string') return refused([finding('xml-unreadable', '', `Diagram tidak dapat dibaca: ${parsed}`, `The diagram cannot be read: ${parsed}`)]);
  const findings = [...parsed.warnings.map(warningFinding), ...new Inspection().of(parsed.definitions)];
  // A time that cannot be read runs nothing: what else is wrong can be said too.
  if (findings.length > 0) return refused(findings, findings.every(({ code }) => code === 'timer-unreadable') ? parsed.definitions : null);
  return { ok: true, definitions: parsed.definitions };
}

const refusal = (node: Node, name: string, id: string): Finding =>
  finding('value', id, `“${name}” pada ${node.$type} tidak diperbolehkan, atau memuat ungkapan yang tidak diizinkan.`, `“${name}” of ${node.$type} is not permitted, or holds an expression that is not.`, 'error', removal(id, `${node.$type}#${name}`, name));

/** What has no element of its own in the drawing is found by nobody there. */
const removal = (id: string, what: string, name: string): Repair | null => (id === '' ? null : repair('remove', id, what, `Hapus “${name}”`, `Take “${name}” out`));
const tooLarge = (): Finding => finding('xml-size', '', 'Diagram terlalu besar.', 'The diagram is too large.');
const refused = (findings: readonly Finding[], definitions: Node | null = null): DiagramVerdict => ({ ok: false, findings, definitions });

function warningFinding({ message, elementId }: ParseWarning): Finding {
  return finding('xml-warning', elementId, `Diagram memuat sesuatu yang tidak dikenal: ${message}`, `The diagram contains something unknown: ${message}`);
}

class Inspection {
  private readonly findings: Finding[] = [];
  private readonly seen = new Set<Node>();

  of(definitions: Node): Finding[] {
    this.element(definitions, '');
    return this.findings;
  }

  private element(node: Node, owner: string): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    // Nobody finds the id of an error definition in the drawing: its element's is what helps.
    const id = typeof node.id === 'string' && !/EventDefinition$|^bpmndi:/.test(node.$type) ? node.id : owner;
    const rules = Object.hasOwn(ALLOWED, node.$type) ? ALLOWED[node.$type] : undefined;
    if (!rules) {
      this.findings.push(finding('element', id, `Unsur “${node.$type}” tidak diperbolehkan.`, `The element “${node.$type}” is not permitted.`, 'error', removal(id, node.$type, node.$type)));
      return;
    }
    this.foreignAttributes(node, id);
    for (const [name, value] of this.propertiesOf(node)) {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (!rule || !this.values(value).every((item) => rule(item))) this.refuse(node, name, id);
      else this.below(node, name, value, id);
    }
  }

  /** Contained elements only: what a reference points to is looked at where it stands. */
  private below(node: Node, name: string, value: unknown, id: string): void {
    for (const child of this.values(value)) {
      if (!isNode(child) || child.$parent !== node) continue;
      const rule = EXPRESSION_RULES[`${node.$type}#${name}`];
      if (!rule) this.element(child, id);
      else this.expression(child, name, id, rule);
    }
  }

  private expression(node: Node, name: string, id: string, rule: (value: unknown) => boolean): void {
    this.foreignAttributes(node, id);
    const others = this.propertiesOf(node).filter(([property]) => !['id', 'body'].includes(property));
    if (!['bpmn:FormalExpression', 'bpmn:Expression'].includes(node.$type) || others.length > 0 || !rule(node['body'])) this.findings.push(unreadableTime(node, name, id) ?? refusal(node, name, id));
  }

  private refuse(node: Node, name: string, id: string): void {
    this.findings.push(refusal(node, name, id));
  }

  private foreignAttributes(node: Node, id: string): void {
    const attributes = node.$attrs as Record<string, unknown>;
    for (const name of Object.keys(attributes)) {
      if (name === 'xmlns' || name.startsWith('xmlns:') || name === 'xsi:type') {
        // Declarations stay; a prefix that stood for more is named by what uses it.
        if (name !== 'xsi:type' && node.$type !== 'bpmn:Definitions') this.findings.push(finding('attribute', id, 'Namespace hanya boleh dinyatakan pada akar diagram.', 'Namespaces may be declared at the root only.'));
      } else if (name === 'xsi:schemaLocation' || DROPPED.some((pattern) => pattern.test(name))) delete attributes[name];
      else this.findings.push(finding('attribute', id, `Atribut “${name}” tidak dikenal.`, `The attribute “${name}” is not known.`, 'error', removal(id, `${node.$type}#${name}`, name)));
    }
  }

  private propertiesOf(node: Node): [string, unknown][] {
    return Object.entries(node).filter(([name, value]) => !name.startsWith('$') && value !== undefined);
  }

  private values(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [value];
  }
}
