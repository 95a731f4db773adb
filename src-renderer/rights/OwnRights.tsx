import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/Dialog.tsx';
import { useSession } from '../session/session-context.ts';
import { useOwnRights } from './own-rights-store.ts';
import { PersonRights } from './PersonRights.tsx';

/** What may I see: for everybody, from the menu of the person. */
export function OwnRights() {
  const { t } = useTranslation('rights');
  const { person } = useSession();
  const { open, hide } = useOwnRights();
  return (
    <Dialog open={open} onClose={hide} title={t('mine')} width={620} reading>
      <PersonRights staffId={person.id} />
    </Dialog>
  );
}
