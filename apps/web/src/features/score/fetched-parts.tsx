'use client';

import dynamic from 'next/dynamic';

// Only who tried before has something to compare with.
export const Comparison = dynamic(() => import('./comparison').then((module) => module.Comparison));
