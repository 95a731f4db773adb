import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/PageTitle.tsx';

/** The screen's title; its lists follow. */
export function AdministrationScreen() {
  const { t } = useTranslation('frame');
  return <PageTitle title={t('screens.administration')} />;
}
