import { ButtonLink } from '@backstage/ui';
import type { NewPerson } from '@squadron/plugin-org-model-common';
import { isLead, useMe } from '@squadron/plugin-org-model-react';
import {
  EmptyState,
  ErrorState,
  Loaded,
  LoadingState,
  Page,
  PageHeader,
  SectionCard,
} from '@squadron/ui';
import { Checklist } from './Checklist';
import { newPeopleAnswer, onboardingAnswer } from './lib/onboardingView';
import { NewPeopleTable } from './NewPeopleTable';
import { useNewPeople } from './useNewPeople';
import { OwnOnboarding, useOnboarding } from './useOnboarding';

function Own({ own }: { own: OwnOnboarding }) {
  const { value, error, retry, setDone, fault } = own;
  if (error) {
    return (
      <ErrorState
        title="Your checklist could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) return <LoadingState label="Reading your checklist" lines={10} />;
  if (value.phases.length === 0) {
    return (
      <EmptyState title="There is no checklist for your roles yet">
        It appears here as soon as one is written in the folder{' '}
        <code>catalog-info/onboarding</code>.
      </EmptyState>
    );
  }
  return (
    <SectionCard title="Your first weeks">
      <Checklist
        onboarding={value}
        open="all"
        setDone={setDone}
        fault={fault}
      />
    </SectionCard>
  );
}

function Led({ people }: { people: Loaded<NewPerson[]> }) {
  const { value, error, retry } = people;
  if (error) {
    return (
      <ErrorState
        title="Your new people could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) return <LoadingState label="Reading your new people" lines={6} />;
  if (value.length === 0) {
    return (
      <EmptyState title="Nobody below you joined in the last 90 days">
        Whoever joins a group that you lead, or one below it, stands here with
        how far they are.
      </EmptyState>
    );
  }
  return <NewPeopleTable people={value} />;
}

/** For whom nothing is asked and who leads nobody. */
function Neither() {
  return (
    <EmptyState
      title="Nothing is asked of you here"
      actions={
        <ButtonLink href="/org?scope=_mine" variant="secondary">
          See your groups
        </ButtonLink>
      }
    >
      Whoever joined in the last 90 days finds the checklist of their first
      weeks here, and whoever leads a group sees how far its new people are.
    </EmptyState>
  );
}

/** Somebody's first weeks, and for leads how far their new people are. */
export function OnboardingPage() {
  const { value: me, error, retry } = useMe();
  const own = useOnboarding();
  const leads = me !== undefined && isLead(me);
  const people = useNewPeople(leads);
  // Who has begun may finish, however long it takes.
  const hasOwn = own.value && (own.value.isNew || own.value.done > 0);
  const answer = [
    hasOwn && own.value && onboardingAnswer(own.value),
    people.value && newPeopleAnswer(people.value),
  ];
  return (
    <Page>
      <PageHeader
        title="Onboarding"
        answer={answer.filter(Boolean).join(' ')}
      />
      {error && !me && (
        <ErrorState
          title="Who you are could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {(hasOwn || !own.value) && <Own own={own} />}
      {leads && <Led people={people} />}
      {me && own.value && !hasOwn && !leads && <Neither />}
    </Page>
  );
}
