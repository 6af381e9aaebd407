'use client';

import { UnstyledButton } from '@mantine/core';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { useOnDemand } from '@/lib/use-on-demand';

interface Props<Given> {
  className: string | undefined;
  label: string;
  children: ReactNode;
  /** Fetches what takes the button's place once it is there: a `FetchedMenu` around it. */
  fetchMenu: () => Promise<ComponentType<Given & { button: ReactElement }>>;
  /** What the menu is given besides the button. */
  given: Given;
}

/** A button whose menu is fetched when it is first pressed: what places a menu weighs more than all of the frame. */
export function MenuButton<Given extends object>({
  className,
  label,
  children,
  fetchMenu,
  given,
}: Props<Given>) {
  const [Menu, wantMenu] = useOnDemand(fetchMenu);
  const face = { className, 'aria-label': label, children };
  if (Menu) return <Menu {...given} button={<UnstyledButton {...face} autoFocus />} />;
  return <UnstyledButton {...face} aria-haspopup="menu" aria-expanded={false} onClick={wantMenu} />;
}
