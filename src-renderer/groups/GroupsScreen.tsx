import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { ClassPage } from './ClassPage.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { GroupNav } from './GroupNav.tsx';
import { GroupPage } from './GroupPage.tsx';
import classes from './Groups.module.css';

/** Who belongs where: classes and groups at the left, the one that is open at the right. */
export function GroupsScreen() {
  const { t } = useTranslation('groups');
  const may = useMay();
  const { params, go } = useRoute();
  const { data } = useQuery('groups.list', {});
  const [founding, setFounding] = useState(false);
  const { class: classId, group: groupId } = params;
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('title')}
        hint={data ? t('hint', { classes: data.classes.length, groups: data.groups.length }) : null}
        actions={
          may('groups.found') ? (
            <Button icon={<IconPlus aria-hidden />} onClick={() => setFounding(true)}>
              {t('found')}
            </Button>
          ) : null
        }
      />
      <div className={classes.columns}>
        {data ? <GroupNav list={data} open={classId ?? groupId ?? null} /> : <nav />}
        {classId ? <ClassPage key={classId} classId={classId} /> : null}
        {groupId && !classId ? <GroupPage key={groupId} groupId={groupId} /> : null}
        {classId || groupId ? null : (
          <EmptyState icon={<IconUsersGroup aria-hidden />} title={t('choose.title')}>
            {t('choose.text')}
          </EmptyState>
        )}
      </div>
      {founding ? (
        <GroupDialog
          group={null}
          onClose={() => setFounding(false)}
          onSaved={(group) => go('groups', { group })}
        />
      ) : null}
    </div>
  );
}
