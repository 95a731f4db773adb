import { IconPlus, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
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
import { YearPage } from './year/YearPage.tsx';

/** Who belongs where: classes and groups with the one that is open, or the change of the school year. */
export function GroupsScreen() {
  const { t } = useTranslation('groups');
  const { params, go } = useRoute();
  const { data } = useQuery('groups.list', {});
  const [founding, setFounding] = useState(false);
  const isChanging = params.view === 'year';
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('title')}
        hint={data ? t('hint', { classes: data.classes.length, groups: data.groups.length }) : null}
        actions={<ScreenActions isChanging={isChanging} onFound={() => setFounding(true)} />}
      />
      {isChanging ? <YearPage /> : <Columns list={data} />}
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

function ScreenActions({ isChanging, onFound }: { isChanging: boolean; onFound: () => void }) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const go = useRoute((state) => state.go);
  return (
    <>
      {may('classes.changeYear') ? (
        <Button
          icon={<IconSchool aria-hidden />}
          onClick={() => go('groups', isChanging ? {} : { view: 'year' })}
        >
          {t(isChanging ? 'newYear.leave' : 'newYear.open')}
        </Button>
      ) : null}
      {may('groups.found') ? (
        <Button icon={<IconPlus aria-hidden />} onClick={onFound}>
          {t('found')}
        </Button>
      ) : null}
    </>
  );
}

/** The list at the left, the class or group that is open at the right. */
function Columns({ list }: { list: OperationResult<'groups.list'> | undefined }) {
  const { t } = useTranslation('groups');
  const { class: classId, group: groupId } = useRoute((state) => state.params);
  return (
    <div className={classes.columns}>
      {list ? <GroupNav list={list} open={classId ?? groupId ?? null} /> : <nav />}
      {classId ? <ClassPage key={classId} classId={classId} /> : null}
      {groupId && !classId ? <GroupPage key={groupId} groupId={groupId} /> : null}
      {classId || groupId ? null : (
        <EmptyState icon={<IconUsersGroup aria-hidden />} title={t('choose.title')}>
          {t('choose.text')}
        </EmptyState>
      )}
    </div>
  );
}
