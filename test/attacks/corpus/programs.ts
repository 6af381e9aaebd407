import { constantProject, projectWith } from '../../support/projects.js';

/** A submission whose `train` attacks and reports what it got as `breach: …`. It fails afterwards, so that the run is short. */
export function trainWith(source: string): Record<string, string> {
  return projectWith({ 'train.py': `${source}\nraise SystemExit(3)\n` });
}

/** A submission that trains honestly and attacks when it predicts, before or instead of predicting. */
export function predictWith(before: string, after = ''): Record<string, string> {
  return projectWith({ 'predict.py': `${before}\n${constantProject['predict.py']}\n${after}\n` });
}
