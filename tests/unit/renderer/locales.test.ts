import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shortcutAreas, shortcutIds } from '../../../src-renderer/keyboard/catalogue.ts';
import { notifiableIllnesses } from '../../../src-shared/absences/notifiable-illness.ts';
import {
  absenceReasons,
  absenceSpans,
  attemptOutcomes,
  concernFactors,
  excuses,
  reportChannels,
} from '../../../src-shared/absences/words.ts';
import { accountRefusals } from '../../../src-shared/accounts/contract.ts';
import { assignmentKinds } from '../../../src-shared/classes/words.ts';
import { refusalReasons } from '../../../src-shared/contract/command.ts';
import { commands } from '../../../src-shared/contract/commands.ts';
import { failureKinds } from '../../../src-shared/contract/message.ts';
import { groupKinds } from '../../../src-shared/groups/words.ts';
import { facets } from '../../../src-shared/rights/facets.ts';
import {
  operationReach,
  operationRights,
  serverOperationRights,
} from '../../../src-shared/rights/operations.ts';
import { staffRoles } from '../../../src-shared/rights/roles.ts';
import { signInRefusals } from '../../../src-shared/session/contract.ts';
import { guardianRelations } from '../../../src-shared/tables/students.ts';

const root = new URL('../../../', import.meta.url).pathname;

/** `de` → every key of every namespace, as `frame:search.label`, with its text. */
function wordsOf(language: string): Map<string, string> {
  const words = new Map<string, string>();
  const collect = (prefix: string, value: unknown) => {
    if (typeof value === 'string') words.set(prefix, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        collect(prefix.endsWith(':') ? `${prefix}${key}` : `${prefix}.${key}`, inner);
  };
  for (const file of globSync(`resources/locales/${language}/*.json`, { cwd: root }).sort()) {
    const namespace = file.replace(/^.*[\\/]|\.json$/g, '');
    collect(`${namespace}:`, JSON.parse(readFileSync(`${root}${file}`, 'utf8')));
  }
  return words;
}

const de = wordsOf('de');
const en = wordsOf('en');
const has = (key: string) => de.has(key) || de.has(`${key}_other`);

describe('words in German and English', () => {
  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...de.keys()].sort());
  });

  it('fill in the same values', () => {
    const valuesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
    for (const [key, text] of de) {
      // A singular may say "ein Kind" instead of the number.
      const wanted = new Set(valuesIn(text).filter((name) => name !== 'count'));
      const given = new Set(valuesIn(en.get(key) ?? '').filter((name) => name !== 'count'));
      expect(given, key).toEqual(wanted);
    }
  });

  it('have both forms wherever something is counted', () => {
    for (const key of de.keys()) {
      if (key.endsWith('_one')) expect(de.has(key.replace(/_one$/, '_other')), key).toBe(true);
    }
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...de, ...en]) expect(text.trim(), key).not.toBe('');
  });
});

describe('words for everything a teacher can have typed', () => {
  const own = Object.values(commands).filter(({ name }) => operationReach('teacher', name) === 'own');
  it.each(own)('$name has a name for each field but ids', ({ name, args }) => {
    expect(has(`operations:${name}`)).toBe(true);
    for (const field of fieldsOf(z.toJSONSchema(args, { io: 'input', unrepresentable: 'any' })))
      expect(has(`sync:fields.${field}`), field).toBe(true);
  });
});

type JsonSchema = Readonly<Record<string, unknown>>;

/** Names of the fields of a schema that are not ids, at any depth. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
  const { properties = {}, ...rest }: JsonSchema = schema as JsonSchema; // what zod writes
  const inner = Object.entries(properties as JsonSchema).flatMap(([field, of]) =>
    JSON.stringify(of).includes('"uuid"') ? [] : isObject(of) ? fieldsOf(of) : [field],
  );
  return [...inner, ...Object.values(rest).flatMap(fieldsOf)];
}

function isObject(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'properties' in schema;
}

describe('sentences for everything that can go wrong', () => {
  it.each(refusalReasons)('a refusal for %s says what happened and that nothing was lost', (reason) => {
    for (const words of [de, en]) {
      const sentence = words.get(`failures:reasons.${reason}`) ?? '';
      expect(sentence.split(/[.;:]\s/).length, sentence).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(failureKinds)('a failure of kind %s has a sentence', (kind) => {
    expect(has(`failures:kinds.${kind}`)).toBe(true);
  });

  it.each(signInRefusals)('a sign-in refused for %s has a sentence', (reason) => {
    expect(has(`session:refusals.${reason}`)).toBe(true);
  });

  it('speaks of no stack, exception or code', () => {
    for (const [key, text] of [...de, ...en])
      if (key.startsWith('failures:'))
        expect(text, key).not.toMatch(/exception|stack|undefined|null|error \d/i);
  });
});

describe('words for the closed lists of the domain', () => {
  const everyOperation = Object.keys({ ...operationRights, ...serverOperationRights });
  const lists: [string, readonly string[]][] = [
    ['words:reasons', absenceReasons],
    ['words:spans', absenceSpans],
    ['words:excuses', excuses],
    ['words:channels', reportChannels],
    ['words:relations', guardianRelations],
    ['words:outcomes', attemptOutcomes],
    ['words:outcomesShort', attemptOutcomes],
    ['words:factors', concernFactors],
    ['words:illnesses', notifiableIllnesses],
    ['cases:saved', attemptOutcomes],
    ['frame:roles', staffRoles],
    ['rights:facets', facets],
    ['rights:operations', everyOperation],
    ['rights:themes', [...new Set(everyOperation.map((name) => name.split('.')[0] ?? ''))]],
    ['accounts:refusals', accountRefusals],
    ['groups:kind', groupKinds],
    ['groups:kinds', groupKinds],
    ['groups:assignment', assignmentKinds],
    ['operations', Object.keys(commands)],
    ['keyboard:areas', shortcutAreas],
    ['keyboard:shortcuts', shortcutIds],
  ];
  it.each(lists)('%s are complete', (prefix, list) => {
    const join = prefix.includes(':') ? '.' : ':';
    for (const word of list) expect(has(`${prefix}${join}${word}`), `${prefix}${join}${word}`).toBe(true);
  });
});

describe('the window', () => {
  const sources = globSync('src-renderer/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
    path,
    text: readFileSync(`${root}${path}`, 'utf8'),
  }));

  it('asks only for words that exist', () => {
    const missing: string[] = [];
    for (const { path, text } of sources) {
      const aliases = new Map(
        [...text.matchAll(/\{ t(?:: (\w+))? \} = useTranslation\('([\w-]+)'\)/g)].map((found) => [
          found[1] ?? 't',
          found[2] ?? '',
        ]),
      );
      const namespacesOfT = [...text.matchAll(/\{ t \} = useTranslation\('([\w-]+)'\)/g)].map(
        (found) => found[1],
      );
      for (const [, name = '', key = ''] of text.matchAll(/\b(t\w*)\('([\w.-]+)'/g)) {
        const alias = aliases.get(name);
        if (alias === undefined) continue;
        // A file with several components may use several namespaces under the same short name.
        const candidates = name === 't' ? namespacesOfT : [alias];
        if (!candidates.some((namespace) => has(`${namespace}:${key}`))) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('holds no German of its own', () => {
    const offences = sources
      .map(({ path, text }) => ({ path, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }))
      .filter(({ code }) => />[^<>{}]*[äöüßÄÖÜ][^<>{}]*</.test(code))
      .map(({ path }) => path);
    expect(offences).toEqual([]);
  });
});
