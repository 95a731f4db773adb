import { describe, expect, it } from 'vitest';
import { forgetOld } from '../../src-server/start/forget-old.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('guardians who were entered twice, on %s', (engine) => {
  const server = useServer(engine);

  async function enteredTwice() {
    const school = await server().newSchool();
    const lostGuardianId = school.newId();
    const person = { kind: 'person', givenName: 'Kim', familyName: 'Muster', language: null } as const;
    const contact = { contactId: school.newId(), kind: 'phone', label: null, value: '0170 5550199' } as const;
    const added = { guardianId: lostGuardianId, ...person, contacts: [contact], address: null };
    expect((await school.act('office', 'guardians.add', added)).status).toBe('applied');
    const merge = {
      ...{ mergeId: school.newId(), guardianId: school.session('mother').personId, lostGuardianId },
      ...{ take: [], contacts: 'both' as const },
    };
    return { school, merge };
  }

  it('are one at every desk, and what was made offline for the lost one follows', async () => {
    const { school, merge } = await enteredTwice();
    const other = await new ThinClient(server().parts, school.session('secondOffice')).firstPull();
    const late = school.entry('guardians.correct', {
      ...{ guardianId: merge.lostGuardianId, fields: { language: 'uk' } },
    });
    expect((await school.act('office', 'guardians.merge', merge)).status).toBe('applied');
    expect((await school.send('secondOffice', late)).status).toBe('applied');
    await other.pull();
    expect(other.row('guardian', merge.lostGuardianId)).toBeUndefined();
    expect(other.row('guardian', merge.guardianId)).toMatchObject({ language: 'uk' });
    const numbers = (await school.all('guardianContact')).filter((row) => row.value === '0170 5550199');
    expect(numbers).toMatchObject([{ guardianId: merge.guardianId }]);
  });

  it('are two again, at every desk', async () => {
    const { school, merge } = await enteredTwice();
    const contacts = async () =>
      (await school.all('guardianContact')).map(
        ({ id, guardianId, value }) => `${id} ${guardianId} ${value}`,
      );
    const before = new Set(await contacts());
    await school.act('office', 'guardians.merge', merge);
    const other = await new ThinClient(server().parts, school.session('secondOffice')).firstPull();
    const { mergeId, guardianId } = merge;
    expect((await school.act('office', 'guardians.separate', { mergeId, guardianId })).status).toBe(
      'applied',
    );
    await other.pull();
    expect(other.row('guardian', merge.lostGuardianId)).toMatchObject({ familyName: 'Muster' });
    expect(other.row('guardianAlias', merge.lostGuardianId)).toBeUndefined();
    expect(new Set(await contacts())).toEqual(before);
  });

  it('are not a teacher’s to merge, and merging twice is merging once', async () => {
    const { school, merge } = await enteredTwice();
    expect(await school.act('teacherA', 'guardians.merge', merge)).toMatchObject({ reason: 'forbidden' });
    await school.act('office', 'guardians.merge', merge);
    const again = { ...merge, mergeId: school.newId() };
    expect((await school.act('secondOffice', 'guardians.merge', again)).status).toBe('applied');
    const merges = (await school.all('guardianMerge')).map(({ id }) => id);
    expect(merges).toContain(merge.mergeId);
    expect(merges).not.toContain(again.mergeId);
  });

  it('stay one when what they were is forgotten, as long after as an import', async () => {
    const { school, merge } = await enteredTwice();
    await school.act('office', 'guardians.merge', merge);
    const kept = async () => (await school.all('guardianMerge')).some(({ id }) => id === merge.mergeId);
    server().clock.advance(29 * DAY);
    await forgetOld(server().parts, school.schoolId);
    expect(await kept()).toBe(true);
    server().clock.advance(2 * DAY);
    await forgetOld(server().parts, school.schoolId);
    expect(await kept()).toBe(false);
    const { mergeId, guardianId } = merge;
    expect(await school.act('office', 'guardians.separate', { mergeId, guardianId })).toMatchObject({
      reason: 'entryUnknown',
    });
    server().clock.set('2026-11-24T07:30');
  });
});
