/** Milliseconds of CLOCK_MONOTONIC: comparable between processes of one machine, never set back. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The most memory this process has held so far, in MB (10⁶ bytes). */
export function peakMemoryMb(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/** The most memory another process has held so far, in MB; undefined where the system does not tell. */
export function peakMemoryIn(status: string): number | undefined {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return found ? (Number(found[1]) * 1024) / 1e6 : undefined;
}
