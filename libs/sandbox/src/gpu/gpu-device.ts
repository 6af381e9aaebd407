/** A device that can be leased: a whole GPU, or one part of a partitioned GPU (MIG). */
export interface GpuDevice {
  /** The driver's permanent id: `GPU-…` or `MIG-…`. Never an index, which may change when the machine restarts. */
  id: string;
  name: string;
  /** 0 if unknown. */
  memoryBytes: number;
  driver: string;
}
