'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { Link } from '@/ui/link';
import type { ReactNode } from 'react';

interface Props extends ButtonProps {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button. Server components cannot hand the link component to the button themselves. */
export function LinkButton({ href, children, ...rest }: Props) {
  return (
    <Button component={Link} href={href} {...rest}>
      {children}
    </Button>
  );
}
