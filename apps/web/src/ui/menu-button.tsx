'use client';

import { UnstyledButton } from '@mantine/core';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { useOnDemand } from '@/lib/use-on-demand';

interface Props<Given> {
  className: string | undefined;
  label: string;
  children: ReactNode;
  /** Loads what replaces the button: a `FetchedMenu` around it. */
  fetchMenu: () => Promise<ComponentType<Given & { button: ReactElement }>>;
  /** The menu's props besides the button. */
  given: Given;
}

/**
 * A button whose menu is loaded when it is first pressed, because the code that positions a menu is larger than the whole
 * frame.
 */
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
