import { describe, expect, it } from 'vitest';
import { signIn } from '../../src-server/identity/sign-in.ts';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

const own = 'vier eigene kurze Worte';

describe.each(engines)('accounts of the staff on %s', (engine) => {
  const server = useServer(engine);

  async function schoolWith(who: StaffName = 'administrator') {
    const school = await server().newSchool();
    const { token } = await school.signedIn(who);
    return { school, ask: asker(token) };
  }

  const asker = (token: string) => async (name: string, args: object) => {
    const answer = await server().http.inject({
      method: 'POST',
      url: `/${name.replace('.', '/')}`,
      payload: args,
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.statusCode === 200 ? answer.json() : answer.statusCode;
  };

  const enter = (
    school: FoundedSchool,
    userName: string,
    password: string,
    newPassword?: string,
    deviceId = school.newId(),
  ) =>
    signIn(
      server().parts,
      {
        ...{ protocol: protocolVersion, schoolKey: school.rows.key, userName, password, newPassword },
        ...{ deviceId, deviceName: 'PC 2' },
      },
      '10.9.9.9',
    );

  const audited = async (school: FoundedSchool) =>
    server()
      .parts.db.selectFrom('auditEntry')
      .select(['actorId', 'operation', 'records'])
      .where('schoolId', '=', school.schoolId)
      .orderBy('id')
      .execute();

  it('S04: a one-time password lets in once, with an own one', async () => {
    const { school, ask } = await schoolWith();
    const staffId = school.staff.secondOffice;
    const opened = await ask('accounts.open', { staffId, userName: 'Brenner' });
    expect(opened).toMatchObject({ status: 'oneTime', userName: 'brenner' });
    const { password } = opened;
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await enter(school, 'brenner', password)).toEqual({ status: 'ownPasswordNeeded' });
    expect(await enter(school, 'brenner', password, password)).toEqual({ status: 'ownPasswordNeeded' });
    expect(await enter(school, 'brenner', password, own)).toMatchObject({
      status: 'signedIn',
      person: { id: staffId, role: 'schoolOffice' },
    });
    expect(await enter(school, 'brenner', password, 'noch ein anderes')).toEqual({ status: 'wrong' });
    expect(await enter(school, 'brenner', own)).toMatchObject({ status: 'signedIn' });
    const stored = JSON.stringify(await server().parts.db.selectFrom('account').selectAll().execute());
    expect(stored).not.toContain(password);
  });

  it('is over after a week, and renewed by another', async () => {
    const { school, ask } = await schoolWith('principal');
    const staffId = school.staff.teacherB;
    const { password } = await ask('accounts.open', { staffId, userName: 'vogt' });
    server().clock.advance(8 * DAY);
    expect(await enter(school, 'vogt', password, own)).toEqual({ status: 'oneTimeExpired' });
    expect((await ask('accounts.list', {})).accounts).toContainEqual(
      expect.objectContaining({ staffId, state: 'expired' }),
    );
    const renewed = await ask('accounts.renew', { staffId });
    expect(await enter(school, 'vogt', renewed.password, own)).toMatchObject({ status: 'signedIn' });
    server().clock.set('2026-11-24T07:30');
  });

  it('ends every session with a new password, a lock, and a lost device', async () => {
    const { school, ask } = await schoolWith();
    const staffId = school.staff.teacherA;
    const { sessions } = server().parts;
    const first = await school.signedIn('teacherA');
    await ask('accounts.renew', { staffId });
    expect(await sessions.find(first.token)).toBeUndefined();
    const { password } = await ask('accounts.renew', { staffId });
    const again = await enter(school, 'teachera', password, own);
    if (again.status !== 'signedIn') throw new Error(again.status);
    expect(await sessions.find(again.token)).toBeDefined();
    expect(await ask('accounts.lock', { staffId, reason: 'PC stand offen' })).toEqual({ status: 'done' });
    expect(await sessions.find(again.token)).toBeUndefined();
    expect(await enter(school, 'teachera', own)).toEqual({ status: 'wrong' });
    expect(await ask('accounts.renew', { staffId })).toMatchObject({ reason: 'accountLocked' });
    const locked = (await ask('accounts.list', {})).accounts.find(
      (one: { staffId: string }) => one.staffId === staffId,
    );
    expect(locked).toMatchObject({ state: 'locked', lockReason: 'PC stand offen' });
    await ask('accounts.unlock', { staffId });
    const back = await enter(school, 'teachera', own);
    if (back.status !== 'signedIn') throw new Error(back.status);
    const { accounts } = await ask('accounts.list', {});
    const { devices } = accounts.find((one: { staffId: string }) => one.staffId === staffId);
    expect(devices).toHaveLength(2);
    const deviceId = devices[0].deviceId;
    expect(await ask('accounts.revokeDevice', { deviceId })).toEqual({ status: 'done' });
    expect(await ask('accounts.revokeDevice', { deviceId })).toMatchObject({ reason: 'deviceUnknown' });
  });

  it('ends what is open elsewhere with an own new password, and nothing at the device it is typed at', async () => {
    const { school, ask } = await schoolWith();
    const { password } = await ask('accounts.open', { staffId: school.staff.teacherB, userName: 'vogt' });
    const deviceId = school.newId();
    const at = async (device: string, typed: string, newPassword?: string) => {
      const answer = await enter(school, 'vogt', typed, newPassword, device);
      if (answer.status !== 'signedIn') throw new Error(answer.status);
      return answer.token;
    };
    const here = await at(deviceId, password, own);
    const elsewhere = await at(school.newId(), own);
    await at(deviceId, own, 'wieder vier andere Worte');
    const { sessions } = server().parts;
    expect(await sessions.find(elsewhere)).toBeUndefined();
    expect(await sessions.find(here)).toBeDefined();
    expect(await enter(school, 'vogt', own)).toEqual({ status: 'wrong' });
  });

  it('S13: is for head and administrator, in their own school, and never for the own account', async () => {
    const { school, ask } = await schoolWith();
    const foreign = await server().newSchool();
    await foreign.addAccount('teacherA');
    expect(await ask('accounts.lock', { staffId: foreign.staff.teacherA, reason: 'x' })).toMatchObject({
      reason: 'accountUnknown',
    });
    expect(await ask('accounts.open', { staffId: foreign.staff.teacherB, userName: 'x1' })).toMatchObject({
      reason: 'staffUnknown',
    });
    expect(JSON.stringify(await ask('accounts.list', {}))).not.toContain(foreign.staff.teacherA);
    for (const name of ['accounts.renew', 'accounts.unlock'])
      expect(await ask(name, { staffId: school.staff.administrator })).toMatchObject({
        reason: 'ownAccount',
      });
    for (const who of ['office', 'teacherA'] as const) {
      const askAs = asker((await school.signedIn(who)).token);
      expect(await askAs('accounts.list', {})).toBe(403);
      expect(await askAs('accounts.renew', { staffId: school.staff.principal })).toBe(403);
    }
    expect(await ask('accounts.delete', {})).toBe(404);
    expect(await ask('accounts.open', { staffId: school.staff.teacherB, userName: 'x y' })).toBe(400);
  });

  it('refuses a name that is taken and a second account', async () => {
    const { school, ask } = await schoolWith();
    const open = (staffId: string, userName: string) => ask('accounts.open', { staffId, userName });
    await open(school.staff.teacherB, 'vogt');
    expect(await open(school.staff.substitute, 'VOGT')).toMatchObject({ reason: 'userNameTaken' });
    expect(await open(school.staff.teacherB, 'vogt2')).toMatchObject({ reason: 'accountThere' });
    await school.act('principal', 'staff.leave', { staffId: school.staff.substitute, on: '2026-11-20' });
    expect(await open(school.staff.substitute, 'frei')).toMatchObject({ reason: 'staffLeft' });
  });

  it('I9: leaves one audit entry per effect, with field names and no content', async () => {
    const { school, ask } = await schoolWith();
    const staffId = school.staff.teacherB;
    const { password } = await ask('accounts.open', { staffId, userName: 'vogt' });
    await enter(school, 'vogt', password, own);
    await ask('accounts.lock', { staffId, reason: 'XTYPEDX' });
    const entries = await audited(school);
    expect(entries.map(({ actorId, operation }) => [operation, actorId]).sort()).toEqual([
      ['accounts.changePassword', staffId],
      ['accounts.lock', school.staff.administrator],
      ['accounts.open', school.staff.administrator],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/XTYPEDX|vogt/);
  });
});
