import { lazy } from 'react';
import { ClassBoard } from '../roll-call/ClassBoard.tsx';
import { useSession } from '../session/session-context.ts';
import { OfficeToday } from './OfficeToday.tsx';

const PrincipalToday = lazy(async () => ({ default: (await import('./PrincipalToday.tsx')).PrincipalToday }));

/** The first screen of the day: what this person has to see first. */
export function TodayScreen() {
  const { role } = useSession().person;
  if (role === 'teacher') return <ClassBoard classId={null} />;
  return role === 'principal' ? <PrincipalToday /> : <OfficeToday />;
}
