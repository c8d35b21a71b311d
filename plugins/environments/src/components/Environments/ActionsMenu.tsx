import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { Environment } from '@squadron/plugin-environments-common';
import { useRefusals } from '../../hooks/useRefusals';
import { extensionsOf, whyNotExtend } from '../../lib/extending';
import { momentInWords } from '../../lib/moments';
import { isGoing } from '../../lib/phases';
import styles from './Environments.module.css';
import type { EnvironmentActions } from './useEnvironmentActions';

export interface ActionsMenuProps {
  environment: Environment;
  /** How far the clock of the server is ahead of this one's, in milliseconds. */
  ahead: number;
  actions: EnvironmentActions;
}

const refused = (what: string, why: string) => (
  <MenuItem key={what} id={what} isDisabled className={styles.refused}>
    {`${what}: ${why}`}
  </MenuItem>
);

/** The ways to keep it longer, each with the end that it brings, or why there is none. */
function extendItems({ environment, ahead, actions }: ActionsMenuProps) {
  return extensionsOf(environment, Date.now() + ahead).map(
    ({ hours, until, isMost }) => (
      <MenuItem
        key={hours}
        id={String(hours)}
        onAction={() => actions.extend(environment, hours)}
      >
        {isMost
          ? `Extend until ${momentInWords(until)}, the longest`
          : `Extend by ${hours} h, until ${momentInWords(until)}`}
      </MenuItem>
    ),
  );
}

/** What can be done with one environment; what cannot says why. */
export function ActionsMenu(props: ActionsMenuProps) {
  const { environment, actions } = props;
  const { namespace, phase } = environment;
  const refusals = useRefusals(environment);
  const going = isGoing(phase) ? 'It is being taken away' : undefined;
  const noExtend = whyNotExtend(environment) ?? refusals.extend;
  const noUse = going ?? refusals.use;
  const noDelete = going ?? refusals.delete;
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Actions for ${namespace}`}
        iconEnd={<ExpandMoreIcon fontSize="inherit" />}
        isDisabled={actions.busy}
      >
        Actions
      </Button>
      <Menu aria-label={`Actions for ${namespace}`} placement="bottom end">
        {noExtend ? refused('Extend', noExtend) : extendItems(props)}
        {noUse ? (
          refused('Kubeconfig', noUse)
        ) : (
          <MenuItem id="kubeconfig" onAction={() => actions.open(environment)}>
            Kubeconfig…
          </MenuItem>
        )}
        {noDelete ? (
          refused('Delete', noDelete)
        ) : (
          <MenuItem
            id="delete"
            color="danger"
            onAction={() => actions.remove(environment)}
          >
            Delete…
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
