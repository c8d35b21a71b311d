export { CliError, type Command, type Io } from './io';
export {
  count,
  DEFAULT_DIRECTORY,
  folderBeside,
  loadKnownRefs,
} from './loadForCli';
export { openPortal, unreachable } from './portal';
export { runAsProcess, runCommands, type CommandLine } from './runCommands';
export { writeSchemas, type SchemaFile } from './schemaFiles';
