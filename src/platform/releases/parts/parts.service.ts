import { Injectable } from '@nestjs/common';
import { AuditLog, Asker, Clock, Problem, Transactions, type Text } from '../../../sdk/index.js';
import { pinOf, walk, type FormComponent, type FormDefinition, type PartPin } from '../../forms/index.js';
import { authorship } from '../authorship.js';
import { newestRelease, nextBundle, resourcesOf } from '../bundle.js';
import { formsIn } from '../check/fields.js';
import type { Change } from '../comparison/change.js';
import { compareForms } from '../comparison/compare-forms.js';
import { DraftEntity } from '../draft.entity.js';
import { Drafts } from '../drafts.service.js';
import { ReleaseResourceEntity } from '../release-resource.entity.js';
import { partFile, partPath, partVersions, pinIn, type PartVersion } from './part-files.js';
import { PartProblem } from './parts.problems.js';

/** A version with the forms that have a copy of it. */
export interface PartVersionView extends PartVersion {
  readonly usedBy: readonly { readonly form: string; readonly title: Text }[];
}

/** What a version is made of. */
export interface NewPart {
  /** The part that it is a new version of; null: a part of its own. */
  readonly key: string | null;
  readonly title: Text;
  readonly components: readonly FormComponent[];
  readonly english: Readonly<Record<string, string>>;
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '').slice(0, 50).replace(/-\d+$/, '');

/** Parts that forms share, kept with the drafts: published, exported and compared as forms are. */
@Injectable()
export class Parts {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: Drafts,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** All versions, older ones first, as the next release would have them. */
  async all(): Promise<PartVersionView[]> {
    const { resources } = await nextBundle(this.transactions.read);
    const forms = formsIn(resources);
    return partVersions(resources).map((one) => ({ ...one, usedBy: forms.filter((form) => uses(form, one)).map(({ key, title }) => ({ form: key, title })) }));
  }

  /** Saves a new version; no version is ever changed. @throws where its name is another part's, or with findings where it may not stand in a form. */
  async save({ key, title, components, english }: NewPart): Promise<PartPin> {
    const all = await this.all();
    const name = key ?? slug(title.id);
    const known = all.filter((one) => one.key === name);
    if (name === '') throw PartProblem.nameless();
    if (key === null && known.length > 0) throw PartProblem.nameTaken(title.id);
    if (key !== null && known.length === 0) throw Problem.notFound();
    const pin = { key: name, version: 1 + Math.max(0, ...known.map(({ version }) => version), ...(await this.published(name))) };
    const form: FormDefinition = { key: partFile(pin), title, display: 'form', components, ...(Object.keys(english).length > 0 ? { i18n: { en: english } } : {}) };
    await this.drafts.put('part', form.key, `${JSON.stringify(form, null, 2)}\n`, undefined);
    return pin;
  }

  /** Takes a version that no form has a copy of out of what is published next. @throws where one has. */
  async remove(pin: PartPin): Promise<void> {
    const found = (await this.all()).find((one) => partFile(one) === partFile(pin));
    if (!found) throw Problem.notFound();
    if (found.usedBy.length > 0) throw PartProblem.inUse(found.usedBy.map(({ title }) => title));
    const path = partPath(pin);
    const isPublished = (await this.base()).some((resource) => resource.path === path);
    await this.transactions.tx(async (db) => {
      const draft = await db.findOneBy(DraftEntity, { path });
      if (!isPublished) await db.delete(DraftEntity, { path });
      else await db.save(DraftEntity, { path, kind: 'part', key: partFile(pin), content: '', removed: true, version: (draft?.version ?? 0) + 1, ...authorship(this.asker, this.clock) });
      await this.audit.write({ action: 'part.removed', subject: path });
    });
  }

  /** What differs between two versions, in words. @throws not found. */
  async changes(key: string, from: number, to: number): Promise<Change[]> {
    const [was, is] = [from, to].map((version) => partFile({ key, version }));
    const all = await this.all();
    const [before, after] = [was, is].map((file) => all.find((one) => partFile(one) === file)?.form);
    if (!before || !after) throw Problem.notFound();
    return compareForms(before, after);
  }

  /** Versions that were taken out keep their numbers: copies in older releases name them. */
  private async published(key: string): Promise<number[]> {
    const rows = await this.transactions.read.find(ReleaseResourceEntity, { where: { kind: 'part' }, select: { key: true } });
    return rows.flatMap((row) => pinIn(row.key) ?? []).filter((pin) => pin.key === key).map(({ version }) => version);
  }

  private async base() {
    return resourcesOf(this.transactions.read, await newestRelease(this.transactions.read));
  }
}

const uses = (form: FormDefinition, pin: PartPin): boolean => [...walk(form.components)].some((component) => {
  const own = pinOf(component);
  return own !== null && partFile(own) === partFile(pin);
});
