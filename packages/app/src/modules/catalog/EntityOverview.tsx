import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Fragment } from 'react';
import styles from './EntityOverview.module.css';

type Cards = EntityContentLayoutProps['cards'];

const Column = (props: { className: string; cards: Cards }) => (
  <div className={props.className}>
    {props.cards.map((card, index) => (
      <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
    ))}
  </div>
);

const Warnings = () => (
  <div className={styles.warnings}>
    <EntitySwitch>
      <EntitySwitch.Case if={isOrphan}>
        <EntityOrphanWarning />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasRelationWarnings}>
        <EntityRelationWarning />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasCatalogProcessingErrors}>
        <EntityProcessingErrorsPanel />
      </EntitySwitch.Case>
    </EntitySwitch>
  </div>
);

/** The cards of an entity: what it is for in the wide column, its facts in the narrow one. */
export const EntityOverview = ({ cards }: EntityContentLayoutProps) => {
  const facts = cards.filter(card => card.type === 'info');
  const content = cards.filter(card => card.type !== 'info');
  return (
    <>
      <Warnings />
      <div className={facts.length > 0 ? styles.columns : styles.column}>
        <Column className={styles.content} cards={content} />
        {facts.length > 0 && <Column className={styles.facts} cards={facts} />}
      </div>
    </>
  );
};
