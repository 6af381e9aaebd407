import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormPart } from './draft.types';
import styles from './authoring.module.css';

/** Licence, origin, personal data and consent: nothing is published without them. */
export function DeclarationFields({ settings, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <TextInput
          label={t('licence')}
          description={t('licenceNote')}
          value={settings.licence}
          maxLength={100}
          error={errorOf('licence')}
          onChange={(event) => change({ licence: event.currentTarget.value })}
        />
        <TextInput
          label={t('origin')}
          description={t('originNote')}
          value={settings.origin}
          maxLength={500}
          error={errorOf('origin')}
          onChange={(event) => change({ origin: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('personalData')}
        description={t('personalDataNote')}
        value={settings.personalData}
        maxLength={1000}
        minRows={2}
        autosize
        error={errorOf('personalData')}
        onChange={(event) => change({ personalData: event.currentTarget.value })}
      />
      <Checkbox
        label={t('mayBeShown')}
        description={t('mayBeShownNote')}
        checked={settings.mayBeShown}
        error={errorOf('mayBeShown')}
        onChange={(event) => change({ mayBeShown: event.currentTarget.checked })}
      />
    </div>
  );
}
