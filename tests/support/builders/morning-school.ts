import type { Row } from '../../../src-shared/tables/registry.ts';
import { openTestCache, type TestCache } from '../cache.ts';
import { aClass, anAssignment, anOffice, aRollCall, aStaffMember, at, lessonTimes } from './school.ts';
import { seed } from './seed.ts';
import { aGuardian, aGuardianship, aPhone, aStudent, aStudentDetail } from './students.ts';

/** Two classes with their teachers on a Monday at 08:14: 1a is silent, 3b has reported at 08:04. */
export interface MorningSchool {
  readonly cache: TestCache;
  readonly classes: { readonly '1a': Row<'schoolClass'>; readonly '3b': Row<'schoolClass'> };
  readonly petersen: Row<'staffMember'>;
  readonly sommer: Row<'staffMember'>;
  /** Adds a child with a birthday and a mother who can be called. */
  addChild(name: string, className: '1a' | '3b', detail?: Partial<Row<'studentDetail'>>): Promise<AddedChild>;
}

export interface AddedChild {
  readonly id: string;
  readonly mother: Row<'guardian'>;
}

/** Opens that school, still without children. */
export async function openMorningSchool(): Promise<MorningSchool> {
  const cache = await openTestCache();
  const classes = {
    '1a': aClass({ name: '1a', gradeLevel: 1 }),
    '3b': aClass({ name: '3b', gradeLevel: 3 }),
  };
  const petersen = aStaffMember({ givenName: 'Jan', familyName: 'Petersen' });
  const sommer = aStaffMember({ givenName: 'Ruth', familyName: 'Sommer' });
  const office = aStaffMember({
    id: anOffice().id,
    givenName: 'Nermin',
    familyName: 'Yıldız',
    role: 'schoolOffice',
  });
  await cache.seed(lessonTimes());
  await seed(cache, {
    schoolClass: [classes['1a'], classes['3b']],
    staffMember: [petersen, sommer, office],
    classAssignment: [
      anAssignment({ classId: classes['3b'].id, staffId: petersen.id }),
      anAssignment({ classId: classes['1a'].id, staffId: sommer.id }),
    ],
    rollCall: aRollCall({ classId: classes['3b'].id, staffId: petersen.id, reportedAt: at('08:04') }),
  });
  return {
    cache,
    classes,
    petersen,
    sommer,
    async addChild(name, className, detail = {}) {
      const [givenName = '', familyName = ''] = name.split(' ');
      const student = aStudent({ givenName, familyName, classId: classes[className].id });
      const mother = aGuardian({ familyName });
      await seed(cache, {
        student,
        studentDetail: aStudentDetail({ id: student.id, ...detail }),
        guardian: mother,
        guardianship: aGuardianship({ studentId: student.id, guardianId: mother.id }),
        guardianContact: aPhone({ guardianId: mother.id }),
      });
      return { id: student.id, mother };
    },
  };
}
