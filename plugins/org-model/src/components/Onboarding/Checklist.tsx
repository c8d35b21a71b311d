import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  Onboarding,
  OnboardingItem,
} from '@squadron/plugin-org-model-common';
import { useState } from 'react';
import { ChecklistItem } from './ChecklistItem';
import { currentPhase, phaseViews } from './lib/onboardingView';
import styles from './Onboarding.module.css';
import { Progress } from './Progress';
import type { TickFault } from './useOnboarding';

export interface ChecklistProps {
  onboarding: Onboarding;
  /** Whether all phases begin open, or the current one alone. */
  open: 'all' | 'current';
  /** Without it the checklist can only be read. */
  setDone?: (item: OnboardingItem, done: boolean) => void;
  fault?: TickFault;
}

/** The phases of somebody's first weeks, each with its items. */
export function Checklist({
  onboarding,
  open,
  setDone,
  fault,
}: ChecklistProps) {
  const views = phaseViews(onboarding);
  // The last tick of a phase does not close it under the pointer.
  const [first] = useState(() => currentPhase(views));
  return (
    <div className={styles.phases}>
      {views.map(({ phase, title, items, done, total }) => (
        <Accordion
          key={phase}
          className={styles.phase}
          defaultExpanded={open === 'all' || phase === first}
        >
          <AccordionTrigger>
            <span className={styles.phaseHead}>
              <span className={styles.phaseTitle}>{title}</span>
              <Progress done={done} total={total} />
            </span>
          </AccordionTrigger>
          <AccordionPanel>
            <ul className={styles.items}>
              {items.map(item => (
                <ChecklistItem
                  key={item.id}
                  item={item}
                  onChange={setDone && (ticked => setDone(item, ticked))}
                  fault={fault?.itemId === item.id ? fault.text : undefined}
                />
              ))}
            </ul>
          </AccordionPanel>
        </Accordion>
      ))}
    </div>
  );
}
