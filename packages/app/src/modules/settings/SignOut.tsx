import {
  errorApiRef,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';

/** The way out, where it can be seen. */
export const SignOut = () => {
  const identity = useApi(identityApiRef);
  const errors = useApi(errorApiRef);
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() => {
        identity.signOut().catch(error => errors.post(error));
      }}
    >
      Sign out
    </Button>
  );
};
