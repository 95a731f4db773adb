import { describe, expect, it } from 'vitest';
import { Passwords } from '../../src-server/identity/passwords.ts';
import { signIn } from '../../src-server/identity/sign-in.ts';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { DAY, MINUTE } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { cheapPasswords, useServer } from '../support/test-server.ts';

const right = 'drei kurze Worte';

/** Counts how often a password is hashed: what an answer costs, without a stopwatch. */
class CountingPasswords extends Passwords {
  checks = 0;

  override matches(stored: string | undefined, password: string): Promise<boolean> {
    this.checks += 1;
    return super.matches(stored, password);
  }
}

describe.each(engines)('signing in on %s', (engine) => {
  const server = useServer(engine);
  let networks = 0;

  /** A school with an account of the office, and how to try it from a place. */
  async function school() {
    const founded = await server().newSchool();
    const passwords = new CountingPasswords(cheapPasswords);
    const accountId = await founded.addAccount('office', await passwords.hash(right));
    const home = founded.newId();
    networks += 1;
    const network = `10.0.${networks}.1`;
    const attempt = (
      password: string,
      where: { address?: string; deviceId?: string; userName?: string } = {},
    ) =>
      signIn(
        { ...server().parts, passwords },
        {
          protocol: protocolVersion,
          schoolKey: founded.rows.key,
          userName: where.userName ?? 'office',
          password,
          deviceId: where.deviceId ?? home,
          deviceName: 'PC im Sekretariat',
        },
        where.address ?? network,
      );
    return { founded, passwords, accountId, home, attempt };
  }

  it('gives a session, a delegation and the person; only hashes are stored', async () => {
    const { founded, attempt } = await school();
    const answer = await attempt(right);
    if (answer.status !== 'signedIn') throw new Error(answer.status);
    expect(answer.person).toEqual({
      id: founded.staff.office,
      givenName: 'Vera',
      familyName: 'Büro',
      role: 'schoolOffice',
    });
    expect(await server().parts.sessions.find(answer.token)).toMatchObject({
      personId: founded.staff.office,
      role: 'schoolOffice',
    });
    const stored = JSON.stringify([
      await server().parts.db.selectFrom('session').selectAll().execute(),
      await server().parts.db.selectFrom('delegation').selectAll().execute(),
      await server().parts.db.selectFrom('account').selectAll().execute(),
    ]);
    for (const secret of [answer.token, answer.delegation, right]) expect(stored).not.toContain(secret);
    expect(stored).toContain('$argon2id$');
    // A delegation is no session and a session no delegation.
    expect(await server().parts.sessions.find(answer.delegation)).toBeUndefined();
  });

  it('takes the name as people type it, and the password as it is', async () => {
    const { attempt } = await school();
    expect((await attempt(right, { userName: 'OFFICE' })).status).toBe('signedIn');
    expect((await attempt(right.normalize('NFD'))).status).toBe('signedIn');
    expect((await attempt(` ${right}`)).status).toBe('wrong');
  });

  it('answers wrong, unknown, locked and gone alike, at the same cost (S09)', async () => {
    const { founded, passwords, accountId, attempt } = await school();
    const { db } = server().parts;
    const costs: number[] = [];
    const answers: unknown[] = [];
    const tried = async (password: string, where = {}) => {
      const before = passwords.checks;
      answers.push(await attempt(password, where));
      costs.push(passwords.checks - before);
    };
    await tried('falsch');
    await tried(right, { userName: 'unbekannt' });
    await db.updateTable('account').set({ lockedAt: 'now' }).where('id', '=', accountId).execute();
    await tried(right);
    await db.updateTable('account').set({ lockedAt: null }).where('id', '=', accountId).execute();
    await db
      .updateTable('staffMember')
      .set({ leftOn: '2026-11-23' })
      .where('schoolId', '=', founded.schoolId)
      .where('id', '=', founded.staff.office)
      .execute();
    await tried(right);
    expect(answers).toEqual(Array(4).fill({ status: 'wrong' }));
    expect(costs).toEqual([1, 1, 1, 1]);
  });

  it('does not let guardians into the staff app', async () => {
    const { founded, passwords, attempt } = await school();
    await founded.addAccount('mother', await passwords.hash(right));
    expect(await attempt(right, { userName: 'mother' })).toEqual({ status: 'wrong' });
  });

  it('knows no school where it is not named and there are several', async () => {
    const { founded, passwords } = await school();
    await server().newSchool();
    const request = {
      protocol: protocolVersion,
      userName: 'office',
      password: right,
      deviceId: founded.newId(),
      deviceName: '',
    };
    const parts = { ...server().parts, passwords };
    expect(await signIn(parts, { ...request, schoolKey: null }, '::1')).toEqual({ status: 'wrong' });
    expect(await signIn(parts, { ...request, schoolKey: 'no-such-school' }, '::1')).toEqual({
      status: 'wrong',
    });
  });

  it('slows guessing at one place, and lets the owner in at another (S08)', async () => {
    const { passwords, attempt } = await school();
    const stranger = { address: '10.6.6.6', deviceId: '01a20c23-c300-7000-800f-aaaaaaaaaaaa' };
    const outcomes = [];
    for (let guess = 0; guess < 12; guess += 1)
      outcomes.push((await attempt(`rate ${guess}`, stranger)).status);
    expect(outcomes).toEqual([...Array(5).fill('wrong'), ...Array(7).fill('throttled')]);
    // Throttled guesses are not even looked at: the right word would not get through either.
    const before = passwords.checks;
    expect((await attempt(right, stranger)).status).toBe('throttled');
    expect(passwords.checks).toBe(before);
    expect((await attempt(right, { address: '10.0.0.7' })).status).toBe('signedIn');
  });

  it('lets the owner in on a device known for the account, also in the stranger’s network (S08)', async () => {
    const { attempt } = await school();
    expect((await attempt(right)).status).toBe('signedIn');
    for (let guess = 0; guess < 60; guess += 1)
      await attempt('falsch', {
        deviceId: '01a20c23-c300-7000-800f-aaaaaaaaaaaa',
        userName: `name${guess}`,
      });
    expect((await attempt(right, { deviceId: '01a20c23-c300-7000-800f-bbbbbbbbbbbb' })).status).toBe(
      'throttled',
    );
    expect((await attempt(right)).status).toBe('signedIn');
  });

  it('counts fifty guesses at once like fifty in a row', async () => {
    const { passwords, attempt } = await school();
    const guesses = Array.from({ length: 50 }, (_, guess) => attempt(`rate ${guess}`));
    const outcomes = (await Promise.all(guesses)).map((answer) => answer.status);
    expect(outcomes.filter((status) => status === 'wrong')).toHaveLength(5);
    expect(passwords.checks).toBe(5);
  });

  it('counts a changing address of one IPv6 network as one place', async () => {
    const { attempt } = await school();
    const outcomes = [];
    for (let host = 1; host <= 8; host += 1)
      outcomes.push(
        (
          await attempt('falsch', {
            address: `2001:db8:7::${host}`,
            deviceId: `01a20c23-c300-7000-800f-00000000000${host}`,
          })
        ).status,
      );
    expect(outcomes).toEqual([...Array(5).fill('wrong'), ...Array(3).fill('throttled')]);
    expect((await attempt(right, { address: '2001:db8:8::1' })).status).toBe('signedIn');
  });

  it('lets the waiting time pass, and forgets failures after a while', async () => {
    const { attempt } = await school();
    for (let guess = 0; guess < 5; guess += 1) await attempt('falsch');
    const throttled = await attempt(right);
    expect(throttled).toEqual({ status: 'throttled', retryInSeconds: 5 });
    server().clock.advance(5_000);
    expect((await attempt('falsch')).status).toBe('wrong');
    expect(await attempt(right)).toEqual({ status: 'throttled', retryInSeconds: 10 });
    server().clock.advance(16 * MINUTE);
    for (let guess = 0; guess < 4; guess += 1) expect((await attempt('falsch')).status).toBe('wrong');
    expect((await attempt(right)).status).toBe('signedIn');
  });

  it('keeps a revoked device out, with the right password, and ends its session (S11)', async () => {
    const { home, attempt } = await school();
    const answer = await attempt(right);
    await server().parts.db.updateTable('device').set({ revokedAt: 'now' }).where('id', '=', home).execute();
    expect(await attempt(right)).toEqual({ status: 'revoked' });
    expect(await attempt('falsch')).toEqual({ status: 'wrong' });
    if (answer.status !== 'signedIn') throw new Error(answer.status);
    expect(await server().parts.sessions.find(answer.token)).toBeUndefined();
    expect(await server().parts.sessions.findDelegation(answer.delegation, home)).toBeUndefined();
  });

  it('ends sessions by time, by sign-out, by locking and by leaving (S10)', async () => {
    const { founded, accountId, home, attempt } = await school();
    const { sessions, db } = server().parts;
    const begin = async () => {
      const answer = await attempt(right);
      if (answer.status !== 'signedIn') throw new Error(answer.status);
      return answer;
    };
    const expired = await begin();
    server().clock.advance(14 * DAY + 1);
    expect(await sessions.find(expired.token)).toBeUndefined();
    expect(await sessions.findDelegation(expired.delegation, home)).toBeDefined();
    server().clock.advance(77 * DAY);
    expect(await sessions.findDelegation(expired.delegation, home)).toBeUndefined();
    server().clock.set('2026-11-24T07:30');

    const ended = await begin();
    const other = await begin();
    await server().http.inject({
      method: 'DELETE',
      url: '/session',
      headers: { authorization: `Bearer ${ended.token}` },
    });
    expect(await sessions.find(ended.token)).toBeUndefined();
    expect(await sessions.find(other.token)).toBeDefined();
    expect(await sessions.findDelegation(other.delegation, founded.newId())).toBeUndefined();

    await db.updateTable('account').set({ lockedAt: 'now' }).where('id', '=', accountId).execute();
    expect(await sessions.find(other.token)).toBeUndefined();
    expect(await sessions.findDelegation(other.delegation, home)).toBe('locked');
    await db.updateTable('account').set({ lockedAt: null }).where('id', '=', accountId).execute();
    expect(await sessions.find(other.token)).toBeDefined();
    // The last day ends at the school's midnight, not at London's.
    await db
      .updateTable('staffMember')
      .set({ leftOn: '2026-11-24' })
      .where('schoolId', '=', founded.schoolId)
      .where('id', '=', founded.staff.office)
      .execute();
    server().clock.set('2026-11-24T23:59');
    expect(await sessions.find(other.token)).toBeDefined();
    server().clock.set('2026-11-25T00:00');
    expect(await sessions.find(other.token)).toBeUndefined();
    server().clock.set('2026-11-24T07:30');
  });

  it('uses a hash that is hard to guess', async () => {
    const phc = await new Passwords().hash(right);
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(phc) ?? [];
    // OWASP's floor for argon2id is 19 MiB and two passes.
    expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(await new Passwords().hash(right)).not.toBe(phc);
  });
});
