import { useRoute } from '../app/routes.ts';
import { AbsenceList } from './AbsenceList.tsx';
import { StudentAbsences } from './StudentAbsences.tsx';

/** Absences by day and week, or all of one child. */
export function AbsencesScreen() {
  const studentId = useRoute((route) => route.studentId);
  return studentId === null ? <AbsenceList /> : <StudentAbsences key={studentId} studentId={studentId} />;
}
