import { Menu, TextInput } from '@mantine/core';
import { IconLayoutColumns, IconStar, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { sayDone } from '../components/notices.ts';
import type { TableColumn } from '../components/table/columns.ts';
import classes from './Students.module.css';
import { readView, type ViewDefinition, writeView } from './view-definition.ts';

interface ViewMenuProps {
  view: ViewDefinition;
  columns: readonly Pick<TableColumn<never>, 'key' | 'title'>[];
  onChange: (view: ViewDefinition) => void;
}

/** Which columns are shown, and the views a person has kept under a name. */
export function ViewMenu({ view, columns, onChange }: ViewMenuProps) {
  const { t } = useTranslation('students');
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={260} closeOnItemClick={false}>
        <Menu.Target>
          <Button icon={<IconLayoutColumns aria-hidden />}>{t('view.button')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <KeptViews onChoose={onChange} />
          <Menu.Label>{t('view.columns')}</Menu.Label>
          {/* The name always stays. An item that can't be chosen would also keep the focus out of the menu. */}
          {columns
            .filter(({ key }) => key !== 'name')
            .map(({ key, title }) => (
              <Menu.CheckboxItem
                key={key}
                checked={view.columns.includes(key)}
                onChange={() => onChange({ ...view, columns: toggled(view.columns, key) })}
              >
                {title}
              </Menu.CheckboxItem>
            ))}
          <Menu.Divider />
          <Menu.Item closeMenuOnClick leftSection={<IconStar />} onClick={() => setNaming(true)}>
            {t('view.keep')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameView open={naming} view={view} onClose={() => setNaming(false)} />
    </>
  );
}

function toggled(columns: readonly string[], key: string): readonly string[] {
  return columns.includes(key) ? columns.filter((one) => one !== key) : [...columns, key];
}

function KeptViews({ onChoose }: { onChoose: (view: ViewDefinition) => void }) {
  const { t } = useTranslation('students');
  const { data } = useQuery('views.list', { screen: 'students' });
  const discard = useCommand('views.discard');
  const views = (data?.views ?? []).flatMap(({ viewId, name, definition }) => {
    const view = readView(definition);
    return view ? [{ viewId, name, view }] : [];
  });
  if (views.length === 0) return null;
  return (
    <>
      <Menu.Label>{t('view.kept')}</Menu.Label>
      {views.map(({ viewId, name, view }) => (
        <div key={viewId} className={classes.keptView}>
          <Menu.Item closeMenuOnClick onClick={() => onChoose(view)}>
            {name}
          </Menu.Item>
          <IconButton
            label={t('view.discard', { name })}
            icon={<IconTrash />}
            onClick={() => void discard({ viewId })}
          />
        </div>
      ))}
      <Menu.Divider />
    </>
  );
}

function NameView({ open, view, onClose }: { open: boolean; view: ViewDefinition; onClose: () => void }) {
  const { t } = useTranslation('students');
  const keep = useCommand('views.keep');
  const [name, setName] = useState('');
  const submit = async () => {
    const answer = await keep({ viewId: newId(), screen: 'students', name, definition: writeView(view) });
    if (!answer.ok) return;
    sayDone(t('view.keptAs', { name: name.trim() }));
    setName('');
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('view.keep')} width={440}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void submit();
        }}
      >
        <div data-wide>
          <TextInput
            label={t('view.name')}
            value={name}
            maxLength={60}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div data-wide className={classes.buttons}>
          <Button type="submit" kind="primary" disabled={name.trim() === ''}>
            {t('save')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
