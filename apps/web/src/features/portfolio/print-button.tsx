'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** The browser's own print makes the PDF. */
export function PrintButton() {
  const t = useTranslations('published');
  return (
    <Button variant="default" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
