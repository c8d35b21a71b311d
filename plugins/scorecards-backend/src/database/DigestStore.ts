/** By which definition the days of each KPI were judged. */
export interface DigestStore {
  all(): Promise<Map<string, string>>;
  put(kpi: string, digest: string): Promise<void>;
}
