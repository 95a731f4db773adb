import { useTranslation } from 'react-i18next';
import { hashOf } from '../../app/routes.ts';
import { useCommand } from '../../client/use-command.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { sayDone } from '../../components/notices.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './Year.module.css';
import type { NewYear } from './year-form.ts';

interface YearChangedProps {
  year: NewYear;
  change: NonNullable<NewYear['change']>;
}

/** The year was changed: when and by whom, what comes next, and the way back as long as there is one. */
export function YearChanged({ year: { schoolYear }, change }: YearChangedProps) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const restore = useCommand('classes.restoreYear');
  const takeBack = async () => {
    const { ok } = await restore({ changeId: change.changeId });
    if (ok) sayDone(t('newYear.restored', { year: schoolYear }));
  };
  const done = {
    ...{ year: schoolYear, day: format.fullDay(change.firstDay) },
    ...{ at: format.dayAndTime(change.at), name: change.actorName },
  };
  return (
    <div className={classes.changed}>
      <Card title={t('newYear.changed.title', done)}>
        <div className={classes.fields}>
          <p>{t('newYear.changed.text', done)}</p>
          <ol>
            <li>
              <a href={hashOf({ screen: 'administration', params: {} })}>{t('newYear.changed.import')}</a>
            </li>
            <li>{t('newYear.changed.teachers')}</li>
            <li>{t('newYear.changed.single')}</li>
          </ol>
        </div>
      </Card>
      <Card title={t('newYear.back.title')}>
        <div className={classes.fields}>
          <p>{t('newYear.back.text')}</p>
          <div>
            <Button onClick={() => void takeBack()}>{t('newYear.back.begin')}</Button>
          </div>
        </div>
      </Card>
    </div>
  );
}
