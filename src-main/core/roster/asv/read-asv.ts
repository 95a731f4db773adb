import { classKey } from '../../../../src-shared/roster/class-key.ts';
import { type RosterProblem, rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { ParsedGuardian, ParsedStudent, RosterPhone } from '../../../../src-shared/roster/types.ts';
import type { Day } from '../../../../src-shared/values/day.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { decodeText } from '../decode-text.ts';
import { isName } from '../formats/read-students.ts';
import type { ReadFileOptions, ReadRosterFile } from '../read-file.ts';
import { tidyCell } from '../tidy-cell.ts';
import { readAddress } from '../values/address.ts';
import { readDate } from '../values/date.ts';
import { readEmails } from '../values/emails.ts';
import type { ReadFinding } from '../values/finding.ts';
import { readPhones } from '../values/phones.ts';
import { nodesAt, readNodes, type XmlNode } from './xml-nodes.ts';

interface Reading {
  readonly file: string;
  readonly today: Day;
  readonly students: ParsedStudent[];
  readonly guardians: ParsedGuardian[];
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
  /** Children that have left by today. */
  left: number;
}

/** Whose address it is: 1 and 2 have custody, 3 is the child itself, 4 is anybody else. */
const custody: readonly string[] = ['', '1', '2'];

/**
 * Reads the XML export of ASV (Bavaria): children by class, each with the addresses of those who have custody. Only the
 * elements named here are looked at; confession, birthplace and the like are none of our business.
 * Source: elements as used by SchuleIntern's import.
 */
export function* readAsvSteps(
  bytes: Uint8Array,
  { file, today, encoding: asked }: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  const decoded = decodeText(bytes, asked);
  const xml = yield* readNodes(decoded.text, 'klasse', tally);
  if (xml.kind === 'broken')
    return { kind: 'refused', problem: rosterProblem('xmlDamaged', file, { line: xml.line }) };
  const reading: Reading = { file, today, students: [], guardians: [], unreadable: [], notes: [], left: 0 };
  for (const klasse of xml.nodes) {
    const className = textAt(klasse, 'klassenname');
    for (const child of nodesAt(klasse, 'klassengruppen', 'klassengruppe', 'schuelerliste', 'schuelerin'))
      readChild(child, className, reading);
    if (tally.count()) yield;
  }
  const { students, guardians, unreadable, notes, left } = reading;
  if (students.length + unreadable.length === 0)
    return { kind: 'refused', problem: rosterProblem('xmlWithoutChildren', file) };
  if (left > 0) notes.push(rosterProblem('notAtSchool', file, { params: { count: left } }));
  const kept = { students, guardians, unreadable, notes };
  return {
    kind: 'read',
    roster: { ...kept, file, format: 'asvXml', encoding: decoded.encoding, separator: null, covers: 'both' },
  };
}

function readChild(child: XmlNode, className: string, reading: Reading): void {
  const { line } = child;
  const leaves = readDate(textAt(child, 'austrittsdatum'), '9999-12-31');
  if (leaves.kind === 'day' && leaves.day < reading.today) {
    reading.left += 1;
    return;
  }
  const name = nameOf(child, textAt(child, 'rufname') || textAt(child, 'vornamen'), reading);
  if (!name) return;
  const importKey = textAt(child, 'lokales_differenzierungsmerkmal') || null;
  const birthDate = birthDateOf(child, reading);
  reading.students.push({ line, importKey, ...name, className: className || null, birthDate });
  for (const address of nodesAt(child, 'schueleranschriften', 'schueleranschrift'))
    readGuardian(address, { importKey, birthDate, className, ...name }, reading);
}

/** `von der` stands in an element of its own. */
function nameOf(
  node: XmlNode,
  givenName: string,
  { file, unreadable }: Reading,
): { givenName: string; familyName: string } | null {
  const parts = [textAt(node, 'namensbestandteil_vorangestellt'), textAt(node, 'familienname')];
  const familyName = parts.filter((part) => part !== '').join(' ');
  if (isName(givenName) && isName(familyName)) return { givenName, familyName };
  const column = isName(givenName) ? 'familienname' : 'vornamen';
  const value = `${givenName} ${familyName}`.trim();
  unreadable.push(rosterProblem('nameMissing', file, { line: node.line, column, value }));
  return null;
}

function birthDateOf(child: XmlNode, { today, file, unreadable }: Reading): Day | null {
  const value = textAt(child, 'geburtsdatum');
  if (value === '') return null;
  const read = readDate(value, today);
  if (read.kind === 'day') return read.day;
  unreadable.push(rosterProblem(read.code, file, { line: child.line, column: 'geburtsdatum', value }));
  return null;
}

interface Child {
  readonly importKey: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Day | null;
  readonly className: string;
}

function readGuardian(address: XmlNode, child: Child, reading: Reading): void {
  const { line } = address;
  const [person] = nodesAt(address, 'person');
  if (!person || !custody.includes(textAt(address, 'anschrift_wessen'))) return;
  const vornamen = textAt(person, 'vornamen');
  // An address without a person is the family's letter box.
  if (vornamen === '' && textAt(person, 'familienname') === '') return;
  const name = nameOf(person, vornamen, reading);
  if (!name) return;
  if (textAt(address, 'auskunftsberechtigt').toLowerCase() === 'false') {
    const value = `${name.givenName} ${name.familyName}`;
    reading.unreadable.push(rosterProblem('notEntitled', reading.file, { line, value }));
    return;
  }
  const { importKey, className, ...named } = child;
  reading.guardians.push({
    line,
    ...name,
    relation: null,
    studentKey: importKey,
    child: importKey === null ? { ...named, className: classKey(className) || null } : null,
    ...addressOf(address, reading),
    ...contactsOf(address, reading),
  });
}

function addressOf(
  address: XmlNode,
  reading: Reading,
): Pick<ParsedGuardian, 'street' | 'postalCode' | 'city'> {
  const cell = (name: string) => textAt(address, 'anschrift', name) || null;
  const read = readAddress(cell('strasse'), cell('nummer'), cell('postleitzahl'), cell('ortsbezeichnung'));
  report(read.findings, 'postleitzahl', address.line, reading);
  return { street: read.street, postalCode: read.postalCode, city: read.city };
}

function contactsOf(address: XmlNode, reading: Reading): { phones: RosterPhone[]; emails: string[] } {
  const phones: RosterPhone[] = [];
  const emails: string[] = [];
  for (const contact of nodesAt(address, 'kommunikationsdaten', 'kommunikation')) {
    const value = textAt(contact, 'nummer_adresse');
    if (value === '') continue;
    const read = value.includes('@') ? readEmails(value) : readPhones(value);
    report(read.findings, 'nummer_adresse', contact.line, reading);
    if ('emails' in read) emails.push(...read.emails);
    else phones.push(...read.phones.map((phone) => ({ label: phone.label, value: phone.value })));
  }
  return { phones, emails };
}

function report(findings: readonly ReadFinding[], column: string, line: number, reading: Reading): void {
  for (const { code, kind, value, params } of findings)
    reading[kind === 'note' ? 'notes' : 'unreadable'].push(
      rosterProblem(code, reading.file, { line, column, value, params }),
    );
}

function textAt(node: XmlNode, ...path: readonly string[]): string {
  return tidyCell(nodesAt(node, ...path)[0]?.text ?? '');
}
