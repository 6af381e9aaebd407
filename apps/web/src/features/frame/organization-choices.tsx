'use client';

import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { rememberOrganization } from '@/lib/organization-cookie';
import { FetchedMenu } from '@/ui/fetched-menu';
import styles from './organization-menu.module.css';

interface Props {
  button: ReactElement;
  currentSlug: string | undefined;
  all: { slug: string; name: string }[];
}

/** The organizations that the viewer belongs to. */
export function OrganizationChoices({ button, currentSlug, all }: Props) {
  return (
    <FetchedMenu button={button} position="bottom-start" width={240}>
      {all.map(({ slug, name }) => (
        <Menu.Item
          key={slug}
          leftSection={slug === currentSlug ? <IconCheck size={16} /> : <span className={styles.gap} />}
          onClick={() => choose(slug)}
        >
          {name}
        </Menu.Item>
      ))}
    </FetchedMenu>
  );
}

/** Everything on screen belongs to one organization, so a switch starts from a fresh page. */
function choose(slug: string) {
  rememberOrganization(slug);
  window.location.assign('/');
}
