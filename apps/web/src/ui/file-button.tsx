'use client';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

/** A link to a file to save. */
export function FileButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button component="a" variant="default" href={href} download>
      {children}
    </Button>
  );
}
