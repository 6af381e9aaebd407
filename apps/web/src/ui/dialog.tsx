'use client';

import { useEffect, useEffectEvent } from 'react';
import { useOnDemand } from '@/lib/use-on-demand';
import type { ModalProps } from './modal';

/** A dialog above the page, loaded when it is first opened. */
export function Dialog(props: ModalProps) {
  const [Modal, wantModal] = useOnDemand(() => import('./modal').then((module) => module.Modal));
  const want = useEffectEvent(wantModal);
  const { isOpen } = props;
  useEffect(() => {
    if (isOpen) want();
  }, [isOpen]);
  return Modal && <Modal {...props} />;
}
