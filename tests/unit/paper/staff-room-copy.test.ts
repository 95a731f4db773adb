import { describe, expect, expectTypeOf, it } from 'vitest';
import type { StaffRoomList, StaffRoomRow } from '../../../src-shared/paper/daily-sheets.ts';
import { officeListSchema, staffRoomListSchema } from '../../../src-shared/paper/daily-sheets.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import { CANARY, officeList, withCanaries } from './invented-school.ts';

type KeysDeep<T> = T extends readonly (infer Item)[]
  ? KeysDeep<Item>
  : T extends object
    ? { [Key in keyof T]: Key | KeysDeep<T[Key]> }[keyof T]
    : never;
type Forbidden =
  | 'reason'
  | 'remark'
  | 'callbackNumber'
  | 'phones'
  | 'excuse'
  | 'excuseExpected'
  | 'note'
  | 'attempts';

describe('staff-room copy', () => {
  it('S30 drops every word about health and every number', () => {
    const copy = staffRoomCopy(withCanaries(officeList(24)));
    expect(JSON.stringify(copy)).not.toContain(CANARY);
    expect(JSON.stringify(copy)).not.toMatch(/illness|doctor|excuse|0170/);
    expect(copy.rows).toHaveLength(27);
  });

  it('has no type in which a reason, a remark or a number could travel', () => {
    expectTypeOf<Extract<KeysDeep<StaffRoomList>, Forbidden>>().toEqualTypeOf<never>();
    expectTypeOf<keyof StaffRoomRow>().toEqualTypeOf<
      'className' | 'givenName' | 'familyName' | 'span' | 'atTime' | 'fromLesson' | 'untilLesson' | 'untilDay'
    >();
  });

  it('refuses at run time what the type forbids', () => {
    const copy = staffRoomCopy(officeList(1));
    expect(staffRoomListSchema.safeParse(copy).success).toBe(true);
    const smuggled = { ...copy, rows: [{ ...copy.rows[0], remark: CANARY }] };
    expect(staffRoomListSchema.safeParse(smuggled).success).toBe(false);
    expect(staffRoomListSchema.safeParse({ ...copy, openCases: [] }).success).toBe(false);
  });

  it('shows an open case as missing and nothing else', () => {
    const copy = staffRoomCopy({ ...officeList(0), rows: [] });
    expect(copy.rows).toHaveLength(3);
    expect(copy.rows.every((row) => row.span === 'missing' && row.atTime === null)).toBe(true);
  });

  it('leaves the office list as it was', () => {
    const list = officeList(5);
    staffRoomCopy(list);
    expect(officeListSchema.parse(list)).toEqual(officeList(5));
  });
});
