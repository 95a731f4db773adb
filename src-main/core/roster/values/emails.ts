import { type ReadFinding, unreadable } from './finding.ts';

/** Deliberately loose (letters of any alphabet, one `@`, a dot behind it): the mail server has the last word. */
const mail = /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\.]+(\.[^\s@"<>(),;:\\.]+)+$/;

/** The addresses of one cell, separated by blanks, commas or semicolons; names and `mailto:` around them are taken off. */
export function readEmails(cell: string): { emails: string[]; findings: ReadFinding[] } {
  const bracketed = [...cell.matchAll(/<([^<>]+)>/g)].map((match) => match[1] ?? '');
  const words = bracketed.length > 0 ? bracketed : cell.split(/[\s;,|]+|\/(?=\S+@)/);
  const parts = words
    .map((word) => word.replace(/^mailto:/i, '').replace(/[.;,]+$/, ''))
    .filter((word) => word !== '');
  const findings: ReadFinding[] = [];
  const emails: string[] = [];
  for (const part of parts) {
    if (mail.test(part)) emails.push(lowerDomain(part));
  }
  // Words without @ beside a good address are a label; alone they are a mistake.
  const bad = parts.filter((part) => !mail.test(part) && (part.includes('@') || emails.length === 0));
  if (bad.length > 0) findings.push(unreadable('emailInvalid', bad.join(' ')));
  return { emails: [...new Set(emails)], findings };
}

function lowerDomain(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  return `${local === local.toUpperCase() ? local.toLowerCase() : local}@${email.slice(at + 1).toLowerCase()}`;
}
