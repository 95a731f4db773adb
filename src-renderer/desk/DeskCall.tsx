import { useEffect, useLayoutEffect, useState } from 'react';
import { useQuery } from '../client/use-query.ts';
import { dropKeys, holdKeys, letKeysGo } from '../keyboard/held-keys.ts';
import { chooseStudent, type DeskStudent, letStudentGo } from './entry.ts';
import { StudentSearch } from './StudentSearch.tsx';
import { TakenCall } from './TakenCall.tsx';
import type { DeskState } from './use-desk-entry.ts';
import { useSaving } from './use-saving.ts';
import type { KeptEntry } from './use-working-draft.ts';

interface DeskCallProps {
  desk: DeskState;
  present: KeptEntry;
  onPark: () => void;
  onDone: () => void;
}

/** The entry in the panel: the search for a child, and once it is found what is said about it. */
export function DeskCall({ desk, present, onPark, onDone }: DeskCallProps) {
  const { entry } = present;
  const student = useStudent(entry.studentId);
  const save = useSaving();
  const [saving, setSaving] = useState(false);
  const onSave = async (known: DeskStudent) => {
    if (saving) return;
    // Whoever has pressed Enter types the next name.
    holdKeys();
    setSaving(true);
    const rest = await save(present, known);
    setSaving(false);
    if (rest) {
      dropKeys();
      if (rest !== entry) desk.change(rest);
      return;
    }
    desk.begin();
    // A corrected report came from a list: back to it. A call is followed by the next call.
    if (entry.reportId) onDone();
  };
  if (!student) {
    return (
      <StudentSearch
        query={entry.query}
        onType={(query) => desk.change({ ...entry, query })}
        onTake={({ studentId, ranges }) =>
          desk.change(chooseStudent(entry, { studentId, guardianId: ranges.guardianId }))
        }
      />
    );
  }
  return (
    <TakenCall
      key={student.student.studentId}
      entry={entry}
      student={student}
      saving={saving}
      onChange={desk.change}
      onBack={() => desk.change(letStudentGo(entry))}
      onPark={onPark}
      onSave={() => void onSave(student)}
    />
  );
}

/** The child that was taken. Until it is there keys wait: they are meant for its options. */
function useStudent(studentId: string | null): DeskStudent | null {
  const { data, failure } = useQuery('desk.student', studentId ? { studentId } : null);
  const underWay = studentId !== null && data === undefined && failure === null;
  useLayoutEffect(() => {
    if (underWay) holdKeys();
  }, [underWay]);
  const nobody = studentId !== null && !underWay && !data;
  useEffect(() => {
    if (nobody) letKeysGo();
  }, [nobody]);
  return studentId === null ? null : (data ?? null);
}
