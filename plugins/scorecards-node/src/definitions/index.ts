export type { CompiledKpis } from './compileKpis';
export { kpiJsonSchema, SCORECARDS_SCHEMA_FILE } from './jsonSchema';
export { compileKpiTexts, loadKpis } from './loadKpis';
