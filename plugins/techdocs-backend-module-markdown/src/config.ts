import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** `techdocs.markdown` with its defaults. */
export interface MarkdownConfig {
  generator: 'markdown' | 'mkdocs';
  publisher: 'database' | 'stock';
  /** None if sites are built elsewhere. */
  schedule?: SchedulerServiceTaskScheduleDefinition;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  scope: 'global',
  initialDelay: { seconds: 10 },
  frequency: { minutes: 5 },
  timeout: { minutes: 30 },
};

/** Reads `techdocs.markdown`. */
export function readMarkdownConfig(config: RootConfigService): MarkdownConfig {
  const key = 'techdocs.markdown.schedule';
  const schedule = config.has(key)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(key),
      )
    : defaultSchedule;
  const isBuiltHere =
    (config.getOptionalString('techdocs.builder') ?? 'local') === 'local';
  return {
    generator: readChoice(config, 'generator', ['markdown', 'mkdocs']),
    publisher: readChoice(config, 'publisher', ['database', 'stock']),
    ...(isBuiltHere && { schedule }),
  };
}

/** The first of the choices is the default. */
function readChoice<T extends string>(
  config: RootConfigService,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const key = `techdocs.markdown.${name}`;
  const value = config.getOptionalString(key) ?? choices[0];
  const choice = choices.find(each => each === value);
  if (!choice) {
    throw new InputError(`${key} is "${value}": write ${choices.join(' or ')}`);
  }
  return choice;
}
