import { TextInput } from '@mantine/core';
import { IconTableOptions, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnMapping, missingFields, type UnknownList } from '../../src-shared/roster/mapping.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import classes from './MapColumns.module.css';
import {
  fittingTemplate,
  guessedMapping,
  type MappingTemplate,
  readTemplate,
  writeTemplate,
} from './mapping-state.ts';
import { TickBox } from './TickBox.tsx';

interface MapColumnsProps {
  list: UnknownList;
  onRead: (mapping: ColumnMapping) => void;
  onBack: () => void;
}

/** The templates a person has kept come from the core. */
export function MapColumns(props: MapColumnsProps) {
  const { data } = useQuery('views.list', { screen: 'roster-import' });
  if (!data) return null;
  const templates = data.views.flatMap((view) => readTemplate(view) ?? []);
  return <MapForm {...props} templates={templates} />;
}

/** A person says what the columns of a list hold that no format knows. */
function MapForm({ list, templates, onRead, onBack }: MapColumnsProps & { templates: MappingTemplate[] }) {
  const { t } = useTranslation('roster-screen');
  const keep = useKeepTemplate(list, templates);
  // What fits counts until somebody has chosen: a template kept a moment ago may arrive after the first frame.
  const [chosen, setMapping] = useState<ColumnMapping | null>(null);
  const mapping = chosen ?? fittingTemplate(list, templates)?.mapping ?? guessedMapping(list, 'students');
  const [name, setName] = useState('');
  const missing = missingFields(mapping);
  const read = async () => {
    await keep(name.trim(), mapping);
    onRead(mapping);
  };
  return (
    <Card title={t('map.title', { file: list.file })} icon={<IconTableOptions aria-hidden />}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) void read();
        }}
      >
        <MapChoices list={list} mapping={mapping} templates={templates} onChange={setMapping} />
        <ColumnTable list={list} mapping={mapping} onChange={setMapping} />
        <div className={classes.footer}>
          <TextInput
            className={classes.name ?? ''}
            label={t('map.keepAs')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <p className={classes.missing} role="status">
            {missing.length > 0
              ? t('map.missing', { fields: missing.map((field) => t(`map.field.${field}`)).join(', ') })
              : t('map.ready')}
          </p>
          <Button kind="quiet" onClick={onBack}>
            {t('map.back')}
          </Button>
          <Button kind="primary" type="submit" disabled={missing.length > 0}>
            {t('map.read')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Keeps a mapping under a name; without one nothing is kept. Kept again under its name, it is the newer one. */
function useKeepTemplate(list: UnknownList, templates: readonly MappingTemplate[]) {
  const keep = useCommand('views.keep');
  return async (name: string, mapping: ColumnMapping) => {
    if (name === '') return;
    const viewId = templates.find((template) => template.name === name)?.id ?? newId();
    await keep({ viewId, screen: 'roster-import', name, definition: writeTemplate(mapping, list) });
  };
}

interface MapChoicesProps {
  list: UnknownList;
  mapping: ColumnMapping;
  templates: readonly MappingTemplate[];
  onChange: (mapping: ColumnMapping) => void;
}

function MapChoices({ list, mapping, templates, onChange }: MapChoicesProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <div className={classes.choices}>
      <SelectField
        label={t('map.kind')}
        value={mapping.kind}
        options={(['students', 'guardians'] as const).map((value) => ({
          value,
          label: t(`map.kinds.${value}`),
        }))}
        onChange={(kind) => onChange(guessedMapping(list, kind))}
      />
      <TemplateChoice {...{ list, mapping, templates, onChange }} />
      <TickBox checked={mapping.hasHeading} onChange={(hasHeading) => onChange({ ...mapping, hasHeading })}>
        {t('map.hasHeading')}
      </TickBox>
    </div>
  );
}

/** The kept templates of as many columns; the chosen one can be thrown away. */
function TemplateChoice({ list, mapping, templates, onChange }: MapChoicesProps) {
  const { t } = useTranslation('roster-screen');
  const discard = useCommand('views.discard');
  const fitting = templates.filter((template) => template.mapping.fields.length === mapping.fields.length);
  const chosen = fitting.find((template) => JSON.stringify(template.mapping) === JSON.stringify(mapping));
  if (fitting.length === 0) return null;
  return (
    <div className={classes.template}>
      <SelectField
        label={t('map.template')}
        value={chosen?.id ?? ''}
        options={[
          { value: '', label: t('map.noTemplate') },
          ...fitting.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          const template = fitting.find((known) => known.id === id);
          onChange(template?.mapping ?? guessedMapping(list, mapping.kind));
        }}
      />
      {chosen ? (
        <IconButton
          label={t('map.discard', { name: chosen.name })}
          icon={<IconTrash />}
          onClick={() => {
            // What it said about the columns stays chosen for this list.
            onChange(mapping);
            void discard({ viewId: chosen.id });
          }}
        />
      ) : null}
    </div>
  );
}
