/** The child an entry names; all commands about one child name it alike. */
export function studentIdOf(args: unknown): string | null {
  if (typeof args !== 'object' || args === null || !('studentId' in args)) return null;
  return typeof args.studentId === 'string' ? args.studentId : null;
}

/** What a desk keeps of an entry whose text lies with the office: whom it was about (JSON arguments). */
export function referenceTo(args: unknown): string {
  const studentId = studentIdOf(args);
  return JSON.stringify(studentId === null ? {} : { studentId });
}
