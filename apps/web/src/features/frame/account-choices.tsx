'use client';

import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { signOut } from '@/lib/auth';
import { FetchedMenu } from '@/ui/fetched-menu';

const SCHEMES = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** The theme, and the way out. */
export function AccountChoices({ button }: { button: ReactElement }) {
  const t = useTranslations('frame');
  const { setColorScheme } = useMantineColorScheme();
  return (
    <FetchedMenu button={button} position="top-start" width={220}>
      <Menu.Label>{t('theme')}</Menu.Label>
      {SCHEMES.map(([scheme, Icon]) => (
        <Menu.Item key={scheme} leftSection={<Icon size={16} />} onClick={() => setColorScheme(scheme)}>
          {t(`scheme.${scheme}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
        {t('signOut')}
      </Menu.Item>
    </FetchedMenu>
  );
}
