export type { CompiledKpis } from './compileKpis';
export { kpiJsonSchema, SCORECARDS_SCHEMA_FILE } from './jsonSchema';
export { compileKpiTexts, createKpiLoader, loadKpis } from './loadKpis';
