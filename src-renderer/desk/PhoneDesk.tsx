import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client/client.tsx';
import { newId } from '../client/new-id.ts';
import { useQuery } from '../client/use-query.ts';
import { say, sayFailure } from '../components/notices.ts';
import { LayerContext, useLayer, useShortcut } from '../keyboard/use-shortcut.ts';
import { DeskTabs } from './DeskTabs.tsx';
import { useDesk } from './desk-store.ts';
import { chooseStudent, type DeskStudent, isEmpty, letStudentGo } from './entry.ts';
import classes from './PhoneDesk.module.css';
import { StudentSearch } from './StudentSearch.tsx';
import { TakenCall } from './TakenCall.tsx';
import { type DeskState, useDeskEntry } from './use-desk-entry.ts';
import { useSaving } from './use-saving.ts';

/** The panel that takes down a call: type a name, press a letter or two, Enter. Nothing typed here gets lost. */
export function PhoneDesk() {
  const { t } = useTranslation('desk');
  const { open, hide } = useDesk();
  const layer = useLayer(open);
  const desk = useDeskEntry();
  const parked = useQuery('desk.parkedCalls', {});
  const park = usePark(desk, hide);
  return (
    <Modal.Root
      opened={open}
      onClose={() => void park()}
      size={880}
      yOffset="56px"
      closeOnEscape={false}
      classNames={{ overlay: classes.overlay ?? '', content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <LayerContext value={layer}>
          <ParkKey onPark={() => void park()} />
          <div className={classes.header}>
            <DeskTabs
              calls={parked.data?.calls ?? []}
              current={desk.callId}
              onNew={desk.begin}
              onOpen={desk.resume}
            />
          </div>
          {desk.ready ? <Call desk={desk} onPark={() => void park()} onDone={hide} /> : null}
        </LayerContext>
      </Modal.Content>
    </Modal.Root>
  );
}

function Call({ desk, onPark, onDone }: { desk: DeskState; onPark: () => void; onDone: () => void }) {
  const { entry, change } = desk;
  const answer = useQuery('desk.student', entry.studentId ? { studentId: entry.studentId } : null);
  const student = entry.studentId ? (answer.data ?? null) : null;
  const save = useSaving();
  const [saving, setSaving] = useState(false);
  const onSave = async (known: DeskStudent) => {
    if (saving) return;
    setSaving(true);
    const saved = await save(entry, known, desk);
    setSaving(false);
    if (!saved) return;
    void desk.forget();
    // A corrected report came from a list: back to it. A call is followed by the next call.
    if (desk.reportId) onDone();
    else desk.begin();
  };
  if (!student) {
    return (
      <StudentSearch
        query={entry.query}
        onType={(query) => change({ ...entry, query })}
        onTake={(hit) =>
          change(chooseStudent(entry, { studentId: hit.studentId, guardianId: hit.ranges.guardianId }))
        }
      />
    );
  }
  return (
    <TakenCall
      entry={entry}
      student={student}
      saving={saving}
      onChange={change}
      onBack={() => change(letStudentGo(entry))}
      onPark={onPark}
      onSave={() => void onSave(student)}
    />
  );
}

/** An open field takes Esc for itself and lets no other hear it; any other Esc parks. */
function ParkKey({ onPark }: { onPark: () => void }) {
  useShortcut('deskPark', onPark);
  return null;
}

/** Esc: an empty entry closes the panel, any other is parked first. */
function usePark(desk: DeskState, hide: () => void): () => Promise<void> {
  const { t } = useTranslation('desk');
  const { ask } = useClient();
  const chosen = useQuery('desk.student', desk.entry.studentId ? { studentId: desk.entry.studentId } : null);
  return async () => {
    if (!desk.ready || desk.reportId || isEmpty(desk.entry)) {
      hide();
      return;
    }
    const child = chosen.data?.student;
    const label = child
      ? `${child.familyName} ${child.className}`
      : desk.entry.query.trim() || desk.entry.note.trim() || t('unnamedCall');
    const answer = await ask('calls.park', {
      callId: desk.callId ?? newId(),
      label: label.slice(0, 80),
      draft: desk.entry,
    });
    if (!answer.ok) {
      sayFailure(answer.failure);
      return;
    }
    await desk.forget();
    hide();
    say(t('parked', { label }));
  };
}
