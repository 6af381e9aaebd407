/** What a worker says of its engine with every beat. */
export interface EngineNote {
  version: string;
  /** Containers of this worker, prepared ones included. */
  containers: number;
  gpus: string[];
}
