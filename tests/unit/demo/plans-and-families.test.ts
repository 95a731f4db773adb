import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBirthDate } from '../../../resources/demo/birthdays.ts';
import { demoCalendar } from '../../../resources/demo/calendar.ts';
import { castFamilies } from '../../../resources/demo/cast.ts';
import { drawEpisodes } from '../../../resources/demo/episodes.ts';
import { makeFamilies } from '../../../resources/demo/families.ts';
import { type HouseholdKind, householdKinds } from '../../../resources/demo/household-kinds.ts';
import { cultures } from '../../../resources/demo/names.ts';
import { FamilyMaker } from '../../../resources/demo/people.ts';
import { type SchoolPlan, schoolPlans } from '../../../resources/demo/profiles.ts';
import { Random } from '../../../resources/demo/random.ts';
import { emptyDraft } from '../../../resources/demo/school-draft.ts';
import { makeStaffAndClasses } from '../../../resources/demo/staff.ts';
import { isDay } from '../../../src-shared/values/day.ts';
import { MONDAY } from './make-school.ts';

const calendar = demoCalendar(2025, 2027);

function smallPlan(): SchoolPlan {
  const [plan] = schoolPlans('small', '1');
  if (!plan) throw new Error('no plan');
  return plan;
}

function draftOf(seed: string, today = MONDAY, plan = smallPlan()) {
  return emptyDraft(plan, { today, now: 494, calendar, random: new Random(seed) });
}

describe('the plans of a town', () => {
  const plans = [...schoolPlans('municipality', '1')];
  const childrenOf = (plan: SchoolPlan) => plan.classSizes.flat().reduce((sum, size) => sum + size, 0);

  it('are a hundred schools with keys and names of their own', () => {
    expect(plans).toHaveLength(100);
    expect(new Set(plans.map((plan) => plan.key)).size).toBe(100);
    expect(new Set(plans.map((plan) => plan.name)).size).toBe(100);
    expect(plans.filter((plan) => plan.isFirst)).toHaveLength(1);
  });

  it('have 240 to 1,000 children each, and teachers enough for the classes', () => {
    for (const plan of plans) {
      expect(childrenOf(plan)).toBeGreaterThanOrEqual(240);
      expect(childrenOf(plan)).toBeLessThanOrEqual(1010);
      expect(plan.staff - plan.officeStaff - 2).toBeGreaterThanOrEqual(plan.classSizes.flat().length);
    }
    expect(new Set(plans.map(childrenOf)).size).toBeGreaterThan(20);
  });

  it('are the same again from the same seed', () => {
    expect([...schoolPlans('municipality', '1')]).toEqual(plans);
    expect([...schoolPlans('municipality', '2')]).not.toEqual(plans);
  });
});

describe('families of any seed', () => {
  const kinds = Object.keys(householdKinds) as HouseholdKind[]; // the keys of the record are the kinds

  it.each(kinds)('%s: somebody to call, somebody with custody, a surname for girls and boys', (kind) => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...Object.values(cultures)), (seed, culture) => {
        const maker = new FamilyMaker(draftOf('d'), new Random(seed), culture);
        const { childSurname, ties } = householdKinds[kind](maker);
        expect(ties.some((tie) => tie.blocked === 0 && tie.livesWith === 1)).toBe(true);
        expect(ties.some((tie) => tie.hasCustody === 1 && tie.blocked === 0)).toBe(true);
        expect(ties.every((tie) => tie.blocked === 0 || (tie.hasCustody === 0 && tie.livesWith === 0))).toBe(
          true,
        );
        expect(childSurname.female.length * childSurname.male.length).toBeGreaterThan(0);
        const ids = ties.map((tie) => tie.guardian.id);
        expect(new Set(ids).size).toBe(ties.length);
      }),
      { numRuns: 40 },
    );
  });

  it('fill each seat of each class once, siblings in different years', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const draft = draftOf(seed);
        const { classes } = makeStaffAndClasses(draft);
        const families = makeFamilies(draft, classes);
        const children = families.flatMap((family) => family.children);
        for (const one of classes)
          expect(children.filter((child) => child.schoolClass === one)).toHaveLength(one.size);
        const drawn = families.slice(castFamilies.length);
        for (const family of drawn) {
          const grades = family.children.map((child) => child.schoolClass.grade);
          expect(new Set(grades).size).toBe(grades.length);
          expect(family.children.every((child) => child.ties === family.ties)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('have birthdays that exist, whatever day it is; today’s only for the child whose birthday it is', () => {
    const draft = draftOf('birthdays');
    const { classes } = makeStaffAndClasses(draft);
    const children = makeFamilies(draft, classes).flatMap((family) => family.children);
    for (const today of [MONDAY, '2028-02-28', '2028-02-29', '2027-01-01', '2026-12-31', '2027-09-30']) {
      const that = draftOf('birthdays', today);
      const born = children.map((child) => ({
        role: child.role,
        day: drawBirthDate(that, that.random, child),
      }));
      expect(born.filter((one) => !isDay(one.day))).toEqual([]);
      const celebrating = born.filter((one) => one.day.slice(5) === today.slice(5));
      expect(
        celebrating.map((one) => one.role),
        today,
      ).toEqual(['birthdayToday']);
    }
  });
});

describe('episodes of any seed and size', () => {
  it('are as many as the plan asks for, sorted, past, on school days, and apart from each other', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 2000 }), (seed, absences) => {
        const draft = draftOf(seed, MONDAY, { ...smallPlan(), absences });
        const { classes } = makeStaffAndClasses(draft);
        const children = makeFamilies(draft, classes).flatMap((family) => family.children);
        const episodes = drawEpisodes(draft, children);
        expect(episodes.length).toBeLessThanOrEqual(absences);
        expect(episodes.length).toBeGreaterThanOrEqual(Math.floor(absences * 0.9) - 20);
        const days = new Set(calendar.schoolDays);
        const last = new Map<string, string>();
        let before = '';
        for (const { child, fromDay, untilDay } of episodes) {
          expect(days.has(fromDay) && days.has(untilDay) && fromDay <= untilDay && untilDay < MONDAY).toBe(
            true,
          );
          expect(fromDay >= before && fromDay > (last.get(child.id) ?? '')).toBe(true);
          last.set(child.id, untilDay);
          before = fromDay;
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the cast', () => {
  it('gives each part of the morning to one child', () => {
    const roles = castFamilies
      .flatMap((family) => family.children.map((child) => child.role))
      .filter((role) => role !== 'extra');
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).toHaveLength(16);
  });

  it('has a relation for each grown-up and a class for each child', () => {
    for (const { children, adults, kind } of castFamilies) {
      expect(adults.length, kind).toBeGreaterThan(0);
      for (const child of children) expect(child.className).toMatch(/^[1-4][abc]$/);
      for (const person of [...children, ...adults])
        expect(`${person.givenName} ${person.familyName}`).toMatch(/^\p{L}.* \p{L}.+$/u);
    }
  });
});
