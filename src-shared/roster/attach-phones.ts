import type { GuardianLine } from './group-guardians.ts';
import { about } from './merge-rows.ts';
import type { RosterProblem } from './problems.ts';
import type { NamedChild, ParsedPhone, ParsedRoster } from './types.ts';

const owners = [
  { words: /mutter|mutti|mama/i, relation: 'mother' },
  { words: /vater|vati|papa/i, relation: 'father' },
] as const;

/**
 * Gives the phones of a list of their own (SchILD's SchuelerTelefonnummern.dat) to the child's mother or father among the
 * guardians of the files. A number that may be anybody's is put into `unreadable`: a wrong one would be called first when
 * a child is missing.
 * @param refOf the child's id or ref, undefined where it isn't settled
 */
export function attachPhones(
  files: readonly ParsedRoster[],
  lines: GuardianLine[],
  refOf: (child: NamedChild) => string | undefined,
  unreadable: RosterProblem[],
): void {
  for (const { file, phones = [] } of files)
    for (const phone of phones) {
      const index = ownerOf(phone, lines, refOf(phone.child));
      const line = lines[index];
      if (line) lines[index] = { ...line, phones: [...line.phones, phone.phone] };
      else {
        const details = { value: phone.phone.value, column: phone.owner ?? '' };
        unreadable.push(about('phoneOwnerUnknown', { file, line: phone.line }, details));
      }
    }
}

/** Index of the one guardian whose phone it is, -1 when nobody or several may be meant. */
function ownerOf(
  { owner }: ParsedPhone,
  lines: readonly GuardianLine[],
  studentRef: string | undefined,
): number {
  const relations = owners.filter(({ words }) => words.test(owner ?? '')).map(({ relation }) => relation);
  const [relation, second] = relations;
  if (studentRef === undefined || !relation || second) return -1;
  const own = lines.flatMap((line, index) =>
    line.studentRef === studentRef && line.relation === relation ? [index] : [],
  );
  return own.length === 1 ? (own[0] ?? -1) : -1;
}
