import { placingDay } from '../classes/class-of-day.ts';
import { create, type PutChange, put, type RuleContext } from '../contract/command.ts';
import { lasting } from '../school/last-day.ts';
import type { Row } from '../tables/registry.ts';
import { schoolYearOf } from '../values/school-year.ts';
import type { ImportStep } from './steps.ts';

type Of<K extends ImportStep['kind']> = Extract<ImportStep, { kind: K }>;

/** A step speaks of something that is not there any more: the preview is older than the school. */
export class OutdatedImport extends Error {
  override name = 'OutdatedImport';
}

/** A step begins a child, a guardian or a class under an id that an earlier step has begun another with. */
export class TakenId extends Error {
  override name = 'TakenId';
}

/**
 * Turns import steps into rows, one after the other; a later step sees what an earlier one made.
 * Rows are collected by id, so that two steps on one child end as one row.
 */
export class StepRows {
  readonly #context: RuleContext;
  readonly #rows = new Map<string, PutChange>();
  readonly #classIds = new Map<string, string>();
  #classesRead = false;
  #drawn = 0;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** All rows so far. */
  changes(): PutChange[] {
    return [...this.#rows.values()];
  }

  /** Carries out one step. @throws OutdatedImport when what it names is gone. */
  async take(step: ImportStep): Promise<void> {
    switch (step.kind) {
      case 'addClass':
        return this.#addClass(step);
      case 'addStudent':
        return this.#addStudent(step);
      case 'correctStudent':
        return this.#correctStudent(step);
      case 'moveStudent':
        return this.#changeStudent(step.studentId, { classId: await this.#classId(step.className) });
      case 'readmitStudent':
        return this.#changeStudent(step.studentId, {
          leftOn: null,
          classId: await this.#classId(step.className),
        });
      case 'markLeft':
        return this.#changeStudent(step.studentId, { leftOn: step.on });
      case 'addGuardian':
        return this.#addGuardian(step);
      case 'correctGuardian':
        return this.#correctGuardian(step);
      case 'linkGuardian':
        return this.#linkGuardian(step);
    }
  }

  /** A row that an earlier step has begun stays a new one. Two steps cannot begin the same. */
  #put(change: PutChange): void {
    const key = `${change.table} ${change.row.id}`;
    const earlier = this.#rows.get(key);
    if (earlier && change.isNew) throw new TakenId(change.table);
    this.#rows.set(key, earlier?.isNew ? { ...change, isNew: true } : change);
  }

  /** A row made or changed by an earlier step, else the school's. */
  async #row<T extends 'student' | 'studentDetail' | 'guardian' | 'guardianAddress'>(
    table: T,
    id: string,
  ): Promise<Row<T> | undefined> {
    const made = this.#rows.get(`${table} ${id}`);
    // Rows are filed under their own table's name, so the row is of that table.
    if (made) return made.row as unknown as Row<T>;
    const found = await this.#context.db
      .selectFrom(table as 'student')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return found as Row<T> | undefined;
  }

  /** A further id of the entry; the same on the desk and on the server. */
  nextId(): string {
    this.#drawn += 1;
    return this.#context.id(this.#drawn);
  }

  async #classId(name: string | null): Promise<string | null> {
    if (name === null) return null;
    await this.#readClasses();
    const found = this.#classIds.get(name);
    if (found === undefined) throw new OutdatedImport('class');
    return found;
  }

  async #readClasses(): Promise<void> {
    if (!this.#classesRead) {
      this.#classesRead = true;
      const classes = await this.#context.db
        .selectFrom('schoolClass')
        .select(['id', 'name'])
        .where(lasting('endedOn', placingDay(this.#context)))
        .execute();
      for (const known of classes) this.#classIds.set(known.name, known.id);
    }
  }

  async #addClass(step: Of<'addClass'>): Promise<void> {
    await this.#readClasses();
    this.#put(
      create('schoolClass', {
        id: step.classId,
        name: step.name,
        gradeLevel: step.gradeLevel,
        schoolYear: schoolYearOf(this.#context.today).name,
        endedOn: null,
      }),
    );
    this.#classIds.set(step.name, step.classId);
  }

  async #addStudent(step: Of<'addStudent'>): Promise<void> {
    const { studentId: id, givenName, familyName, birthDate, importKey } = step;
    this.#put(
      create('student', {
        id,
        givenName,
        familyName,
        classId: await this.#classId(step.className),
        leftOn: null,
      }),
    );
    this.#put(
      create('studentDetail', { id, birthDate, importKey, allDayCare: 0, lunch: 0, earlyPickupAt: null }),
    );
  }

  async #changeStudent(id: string, fields: Partial<Row<'student'>>): Promise<void> {
    const student = await this.#row('student', id);
    if (!student) throw new OutdatedImport('student');
    this.#put(put('student', { ...student, ...fields }));
  }

  async #correctStudent({ studentId, fields }: Of<'correctStudent'>): Promise<void> {
    const { givenName, familyName, birthDate, importKey } = fields;
    if (givenName !== undefined || familyName !== undefined) {
      await this.#changeStudent(studentId, {
        ...(givenName === undefined ? {} : { givenName }),
        ...(familyName === undefined ? {} : { familyName }),
      });
    }
    if (birthDate === undefined && importKey === undefined) return;
    const detail = (await this.#row('studentDetail', studentId)) ?? {
      id: studentId,
      birthDate: null,
      importKey: null,
      allDayCare: 0,
      lunch: 0,
      earlyPickupAt: null,
    };
    this.#put(
      put('studentDetail', {
        ...detail,
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(importKey === undefined ? {} : { importKey }),
      }),
    );
  }

  #addGuardian(step: Of<'addGuardian'>): void {
    const { guardianId: id, givenName, familyName } = step;
    const kind = givenName === '' ? 'institution' : 'person';
    this.#put(create('guardian', { id, givenName, familyName, language: null, importKey: null, kind }));
    if (step.street || step.postalCode || step.city) {
      this.#put(
        create('guardianAddress', {
          id,
          street: step.street ?? '',
          postalCode: step.postalCode ?? '',
          city: step.city ?? '',
          householdId: null,
        }),
      );
    }
    this.#addContacts(id, 0, step.phones, step.emails);
  }

  async #correctGuardian(step: Of<'correctGuardian'>): Promise<void> {
    const guardian = await this.#row('guardian', step.guardianId);
    if (!guardian) throw new OutdatedImport('guardian');
    const { givenName = guardian.givenName, familyName = guardian.familyName, ...place } = step.fields;
    this.#put(put('guardian', { ...guardian, givenName, familyName }));
    if (Object.keys(place).length > 0) {
      const address = (await this.#row('guardianAddress', step.guardianId)) ?? {
        id: step.guardianId,
        street: '',
        postalCode: '',
        city: '',
        householdId: null,
      };
      this.#put(put('guardianAddress', { ...address, ...place }));
    }
    const known = await this.#context.db
      .selectFrom('guardianContact')
      .select('position')
      .where('guardianId', '=', step.guardianId)
      .execute();
    this.#addContacts(
      step.guardianId,
      Math.max(0, ...known.map((row) => row.position)),
      step.addPhones,
      step.addEmails,
    );
  }

  #addContacts(
    guardianId: string,
    last: number,
    phones: readonly { label: string | null; value: string }[],
    emails: readonly string[],
  ): void {
    const contacts = [
      ...phones.map(({ label, value }) => ({ kind: 'phone' as const, label, value })),
      ...emails.map((value) => ({ kind: 'email' as const, label: null, value })),
    ];
    for (const [index, contact] of contacts.entries()) {
      this.#put(
        create('guardianContact', { id: this.nextId(), guardianId, position: last + index + 1, ...contact }),
      );
    }
  }

  async #linkGuardian(step: Of<'linkGuardian'>): Promise<void> {
    const ends = [await this.#row('student', step.studentId), await this.#row('guardian', step.guardianId)];
    if (ends.includes(undefined)) throw new OutdatedImport('guardianship');
    const known = await this.#context.db
      .selectFrom('guardianship')
      .select('contactOrder')
      .where('studentId', '=', step.studentId)
      .execute();
    const made = [...this.#rows.values()].filter(
      (change) => change.table === 'guardianship' && change.row.studentId === step.studentId,
    );
    const relation = step.relation ?? 'other';
    this.#put(
      create('guardianship', {
        id: step.guardianshipId,
        studentId: step.studentId,
        guardianId: step.guardianId,
        relation,
        // A school's list of guardians names those with custody; others are added by hand.
        hasCustody: relation === 'grandparent' ? 0 : 1,
        contactOrder: Math.max(0, ...known.map((row) => row.contactOrder)) + made.length + 1,
        livesWith: 1,
        blocked: 0,
        powerOfAttorney: 0,
      }),
    );
  }
}
