import { useTranslation } from 'react-i18next';
import type { RosterProblem } from '../../src-shared/roster/problems.ts';
import classes from './ImportPreview.module.css';
import { problemSentence } from './roster-words.ts';

/** A line of a file that was not taken as it stands: where, what, why, and what to do. */
export function ProblemRow({ problem }: { problem: RosterProblem }) {
  const { t } = useTranslation('roster-screen');
  return (
    <div className={classes.line} data-tall>
      <p>{problemSentence(problem, t)}</p>
      <small>{problem.file}</small>
    </div>
  );
}

/** A short list of such lines. */
export function ProblemRows({ problems }: { problems: readonly RosterProblem[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.file}${problem.line}${problem.code}${problem.column}`}>
          <ProblemRow problem={problem} />
        </li>
      ))}
    </ul>
  );
}
