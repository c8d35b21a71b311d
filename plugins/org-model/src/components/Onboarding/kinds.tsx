import AddCircleOutlineIcon from '@material-ui/icons/AddCircleOutline';
import MenuBookIcon from '@material-ui/icons/MenuBook';
import PeopleOutlineIcon from '@material-ui/icons/PeopleOutline';
import PlaylistAddCheckIcon from '@material-ui/icons/PlaylistAddCheck';
import VpnKeyIcon from '@material-ui/icons/VpnKey';
import type { OnboardingItem } from '@squadron/plugin-org-model-common';

const kinds = {
  read: { label: 'Read', Icon: MenuBookIcon },
  meet: { label: 'Meet', Icon: PeopleOutlineIcon },
  access: { label: 'Access', Icon: VpnKeyIcon },
  create: { label: 'Create', Icon: AddCircleOutlineIcon },
  do: { label: 'Do', Icon: PlaylistAddCheckIcon },
};

/** What sort of thing an item asks for, as icon and word. */
export function Kind({ kind }: Pick<OnboardingItem, 'kind'>) {
  const { label, Icon } = kinds[kind];
  return (
    <>
      <Icon fontSize="inherit" aria-hidden="true" /> {label}
    </>
  );
}
