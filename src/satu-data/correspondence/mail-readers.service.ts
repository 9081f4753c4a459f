import { Injectable } from '@nestjs/common';
import { Offices, Settings, type Language, type Office } from 'tertib';

/** Those who read a mail in one language. */
export interface Readers {
  readonly language: Language;
  readonly to: readonly string[];
}

interface Reader {
  readonly email: string | null;
  readonly language: Language;
}

const LANGUAGES: readonly Language[] = ['id', 'en'];

/** Whom a mail goes to, by the language that each of them reads; every address once. */
@Injectable()
export class MailReaders {
  constructor(
    private readonly offices: Offices,
    private readonly settings: Settings,
  ) {}

  /** Who holds one of these roles, at one office or anywhere. */
  async holding(roles: readonly string[], officeId?: string): Promise<Readers[]> {
    return byLanguage([], await this.people(roles, officeId));
  }

  /** An office's own address, and who holds one of these roles there. */
  async ofOffice(office: Office | null, roles: readonly string[]): Promise<Readers[]> {
    return office === null ? [] : byLanguage(await this.desks([office]), await this.people(roles, office.id));
  }

  /** The offices' own addresses, and who holds this role anywhere. */
  async ofOffices(offices: readonly Office[], role: string): Promise<Readers[]> {
    return byLanguage(await this.desks(offices), await this.people([role]));
  }

  /** An office's own address is read in the language that the administrator set for all of them. */
  private async desks(offices: readonly Office[]): Promise<Reader[]> {
    const language = await this.settings.get<Language>('office.language', 'id');
    return offices.map(({ email }) => ({ email, language }));
  }

  private async people(roles: readonly string[], officeId?: string): Promise<Reader[]> {
    return (await Promise.all(roles.map((role) => this.offices.peopleOf(role, officeId)))).flat();
  }
}

/** Of an address that is an office's and a person's, the person's language counts. */
function byLanguage(desks: readonly Reader[], people: readonly Reader[]): Readers[] {
  const languages = new Map<string, Language>();
  for (const { email, language } of [...desks, ...people]) if (email) languages.set(email, language);
  return LANGUAGES.flatMap((language) => {
    const to = [...languages].flatMap(([address, own]) => (own === language ? [address] : []));
    return to.length > 0 ? [{ language, to }] : [];
  });
}

/** One mail in two languages is two. */
export const mailKey = (key: string, language: Language): string => (language === 'id' ? key : `${key}:${language}`);
