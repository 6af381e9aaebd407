import type { Checked } from './preflight';
import type { UploadFailure } from './upload';

export type SubmitKind = 'PRACTICE' | 'CERTIFICATION';

/** One commit of a public repository. */
export interface GitSource {
  url: string;
  commit: string;
}

export type Source = File | GitSource;

export type Stage =
  | { name: 'empty' }
  | { name: 'checking'; label: string }
  | { name: 'checked'; label: string; checked: Checked }
  | { name: 'sending'; archive: File; sent: number; isPaused: boolean }
  | { name: 'queueing'; archive: File }
  | { name: 'fetching'; source: GitSource }
  | { name: 'refused'; source: Source; problem: Problem }
  | { name: 'queued'; runId: string; digest: string };

export type Problem =
  { kind: 'upload'; failure: UploadFailure } | { kind: 'refused'; message: string } | { kind: 'unreachable' };
