import { useRoute } from '../app/routes.ts';
import { StudentCard } from './StudentCard.tsx';
import { StudentList } from './StudentList.tsx';

/** All children of the school, or the card of one. */
export function StudentsScreen() {
  const studentId = useRoute((route) => route.studentId);
  return studentId === null ? <StudentList /> : <StudentCard key={studentId} studentId={studentId} />;
}
