import { figuresOf } from '../domain/figures';
import { previewOf } from '../domain/preview';
import type { GoldenPathRenderer } from '../services/GoldenPathRenderer';
import type { NameCheck } from '../services/NameCheck';
import { type TaskHistory, keptDays } from '../services/TaskHistory';
import type { GoldenPathsHandlers } from './types';

export interface FormRouteOptions {
  history: TaskHistory;
  names: NameCheck;
  renderer: GoldenPathRenderer;
}

/** Routes for who chooses a golden path and fills in its form. */
export function formRoutes({
  history,
  names,
  renderer,
}: FormRouteOptions): Pick<
  GoldenPathsHandlers,
  'templates' | 'name' | 'preview'
> {
  return {
    async templates() {
      return { days: keptDays, items: figuresOf(await history.ended()) };
    },
    async name({ params }) {
      const problem = await names.problemOf(params.name);
      return { isFree: problem === undefined, problem };
    },
    async preview({ body, credentials, audit }) {
      audit({ template: body.template });
      const template = await renderer.template(body.template, credentials);
      const files = await renderer.render(template, body.values);
      return { files: files.map(previewOf) };
    },
  };
}
