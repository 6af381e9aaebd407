'use client';

import dynamic from 'next/dynamic';

// Each reader sees some of them: a holder shares, staff revokes and assures, who hires has a result run again.
export const AskForReproduction = dynamic(() =>
  import('@/features/reproductions/ask-for-reproduction').then((module) => module.AskForReproduction),
);
export const AssureForm = dynamic(() => import('./assure-form').then((module) => module.AssureForm));
export const RevokeCredential = dynamic(() =>
  import('./revoke-credential').then((module) => module.RevokeCredential),
);
export const ShareSwitch = dynamic(() => import('./share-switch').then((module) => module.ShareSwitch));
