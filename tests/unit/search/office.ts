import type {
  SearchableGuardian,
  SearchableStudent,
} from '../../../src-main/core/search/searchable-student.ts';
import { createStudentIndex, type StudentIndex } from '../../../src-main/core/search/student-index.ts';

type Named = Partial<Omit<SearchableStudent, 'guardians'>> & {
  readonly guardians?: readonly Partial<SearchableGuardian>[];
};

/** A child from "Given Family 3b"; the family name may hold blanks when it is given by field. */
export function child(name: string, more: Named = {}): SearchableStudent {
  const [givenName = '', familyName = '', className = '1a'] = name.split(' ');
  return {
    id: name,
    givenName,
    familyName,
    className,
    ...more,
    guardians: (more.guardians ?? []).map((guardian, at) => ({
      id: `${name}, guardian ${at + 1}`,
      givenName: '',
      familyName: '',
      phones: [],
      ...guardian,
    })),
  };
}

export function indexOf(...children: readonly (SearchableStudent | string)[]): StudentIndex {
  const index = createStudentIndex();
  index.replaceAll(children.map((one) => (typeof one === 'string' ? child(one) : one)));
  return index;
}

/** The ids found, best first. */
export function found(index: StudentIndex, query: string, limit?: number): string[] {
  return index.search(query, limit === undefined ? {} : { limit }).map((hit) => hit.studentId);
}
