import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { Version } from './assignment.types';

/** Says when points still rest on the anchors shipped with the project. */
export function CalibrationNotice({ calibration }: { calibration: Version['calibration'] }) {
  const t = useTranslations('assignment.calibration');
  // Where nothing was to be measured, nothing is missing.
  if (calibration.status === 'MEASURED' || calibration.splitsPlanned === 0) return null;
  return calibration.status === 'RUNNING' ? (
    <Notice
      meaning="running"
      title={t('runningTitle', { done: calibration.splitsDone, planned: calibration.splitsPlanned })}
    >
      {t('runningText')}
    </Notice>
  ) : (
    <Notice meaning="attention" title={t('failedTitle')}>
      {t('failedText')}
    </Notice>
  );
}
