import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RosterProblem } from '../../src-shared/roster/problems.ts';
import classes from './ChooseFiles.module.css';
import { problemSentence } from './roster-words.ts';

/** Files that could not be taken, each in one sentence with what to do. */
export function ProblemList({ problems }: { problems: readonly RosterProblem[] }) {
  const { t } = useTranslation('roster-screen');
  return (
    <div role="alert">
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code}${problem.file}`}>
            <IconAlertTriangle aria-hidden />
            {problemSentence(problem, t)}
          </li>
        ))}
      </ul>
    </div>
  );
}
