/** What somebody is to a class. Each of them makes its children a teacher's own while it lasts. */
export const assignmentKinds = ['classTeacher', 'subjectTeacher', 'substitute'] as const;
