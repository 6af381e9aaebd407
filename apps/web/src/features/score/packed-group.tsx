'use client';

import { useMemo } from 'react';
import { unpackPlots } from './packed-plots';
import { PlotGroupFigure } from './plot-group';

/** Plots that are alike, handed on by a server component. */
export function PackedGroup({ packed, isForPrint }: { packed: string; isForPrint: boolean }) {
  const plots = useMemo(() => unpackPlots(packed), [packed]);
  return <PlotGroupFigure plots={plots} isForPrint={isForPrint} />;
}
