'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { Segments } from '@/ui/segments';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Light, dark, or as the device says. Kept in this browser. */
export function ThemeChoice() {
  const t = useTranslations('frame');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server cannot know what this browser keeps.
  const isMounted = useMounted();
  return (
    <Segments
      label={t('theme')}
      value={isMounted ? colorScheme : 'auto'}
      onChange={setColorScheme}
      options={SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
    />
  );
}
