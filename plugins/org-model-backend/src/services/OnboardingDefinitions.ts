import type { LoggerService } from '@backstage/backend-plugin-api';
import { PolledDefinitions } from '@squadron/backend-kit';
import type {
  Checklist,
  CompiledChecklists,
} from '@squadron/plugin-org-model-node';

/** The checklists as their files are now. */
export class OnboardingDefinitions extends PolledDefinitions<
  readonly Checklist[]
> {
  constructor({
    load,
    ...options
  }: {
    load: () => Promise<CompiledChecklists>;
    logger: LoggerService;
    now: () => Date;
  }) {
    super({
      ...options,
      content: 'checklists',
      files: 'onboarding files',
      load: async () => {
        const { checklists, problems } = await load();
        return { value: checklists, problems };
      },
    });
  }
}
