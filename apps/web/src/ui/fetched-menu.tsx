'use client';

import { Menu, type MenuProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useState, type ReactElement } from 'react';

/** The menu of a `MenuButton`. It was loaded because somebody pressed the button, so it opens as soon as it is mounted. */
export function FetchedMenu({ button, children, ...rest }: MenuProps & { button: ReactElement }) {
  const isMounted = useMounted();
  const [isClosed, setClosed] = useState(false);
  return (
    <Menu {...rest} opened={isMounted && !isClosed} onChange={(isOpen) => setClosed(!isOpen)}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
