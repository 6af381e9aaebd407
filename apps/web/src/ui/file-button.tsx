'use client';

import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends Pick<ButtonProps, 'size'> {
  href: string;
  children: ReactNode;
}

/** A link to a file to save. */
export function FileButton({ href, children, size = 'sm' }: Props) {
  return (
    <Button component="a" variant="default" size={size} href={href} download>
      {children}
    </Button>
  );
}
