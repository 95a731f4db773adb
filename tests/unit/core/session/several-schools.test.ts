import { beforeEach, describe, expect, test } from 'vitest';
import { aStudent } from '../../../support/builders/students.ts';
import { type Desk, openDesk } from '../../../support/desk/desk.ts';
import { office } from '../../../support/desk/desk-cache.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

const schools = [
  { id: office.school.id, key: 'am-lindenbach', name: 'Grundschule am Lindenbach' },
  { id: 'other', key: 'an-der-leine', name: 'Grundschule an der Leine' },
];
let server: FakeServer;
let folder: string;

beforeEach(async () => {
  server = new FakeServer(await ModelSchool.open({ student: aStudent() }));
  folder = scratchFolder();
});

const enter = (desk: Desk, schoolKey?: string) =>
  desk.get('session.signIn', { userName: 'yildiz', password: 'Linde-1', schoolKey });
const offered = async (desk: Desk) => (await desk.get('session.state', {})).server.schools;

describe('a server with several schools', () => {
  test('asks a new desk for its school once', async () => {
    server.schools = schools;
    const desk = await openDesk({ server, folder });
    expect(await enter(desk)).toEqual({ status: 'refused', reason: 'schoolNeeded' });
    expect(await offered(desk)).toEqual(schools.map(({ key, name }) => ({ key, name })));
    expect(await enter(desk, 'an-der-wupper')).toMatchObject({ reason: 'wrongPassword' });
    expect(await enter(desk, 'am-lindenbach')).toEqual({ status: 'signedIn' });
    expect(await offered(desk)).toEqual([]);
    await desk.close();
    const again = await openDesk({ server, folder });
    expect(await enter(again)).toEqual({ status: 'signedIn' });
    expect(await enter(again, 'an-der-leine')).toEqual({ status: 'signedIn' });
    expect(server.schoolKeys).toEqual(['am-lindenbach', 'am-lindenbach', 'am-lindenbach']);
  });

  test('that had one when a desk came to it asks that desk for nothing', async () => {
    const desk = await openDesk({ server, folder });
    expect(await enter(desk)).toEqual({ status: 'signedIn' });
    server.schools = schools;
    expect(await enter(desk)).toEqual({ status: 'signedIn' });
    expect(server.schoolKeys).toEqual([null, 'am-lindenbach']);
  });
});
