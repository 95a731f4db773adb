import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnknownList } from '../../src-shared/roster/mapping.ts';
import type { RosterProblem } from '../../src-shared/roster/problems.ts';
import { Button } from '../components/Button.tsx';
import classes from './ChooseFiles.module.css';
import { problemSentence } from './roster-words.ts';

interface ProblemListProps {
  problems: readonly RosterProblem[];
  /** Those of the files whose columns a person can name. */
  unknownLists?: readonly UnknownList[];
  onMap?: (list: UnknownList) => void;
}

/** Files that could not be taken, each in one sentence with what to do. */
export function ProblemList({ problems, unknownLists = [], onMap }: ProblemListProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <div role="alert">
      <ul className={classes.problems}>
        {problems.map((problem) => {
          const list = unknownLists.find(({ file }) => file === problem.file);
          return (
            <li key={`${problem.code}${problem.file}`}>
              <IconAlertTriangle aria-hidden />
              <span className={classes.sentence}>{problemSentence(problem, t)}</span>
              {list && onMap ? <Button onClick={() => onMap(list)}>{t('map.button')}</Button> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
