import { isMadeBy, takeOver } from './takeOver';
import { facts, made, namespace } from '../__testUtils__/records';

const claim = facts();

describe('a namespace that is there already', () => {
  it('is the environment of who asks for the same component and owner', () => {
    expect(takeOver(namespace(), claim)).toMatchObject(claim);
  });

  it.each([
    ['of another component', { component: 'component:default/shop-new' }],
    ['of another branch', { branch: 'fix' }],
    ['of another owner', { owner: 'group:default/squad-c-1' }],
  ])('%s is refused', (_, other) => {
    const ask = () => takeOver(namespace({}, facts(other)), claim);
    expect(ask).toThrow(expect.objectContaining({ name: 'ConflictError' }));
    expect(ask).toThrow(Object.values(other)[0]);
  });

  it('that this portal has not made is refused', () => {
    expect(() => takeOver(namespace({ labels: {} }), claim)).toThrow(
      'namespace dev-shop that is no environment of this portal',
    );
    expect(() => takeOver(namespace({ annotations: {} }), claim)).toThrow(
      'no environment of this portal',
    );
  });

  it('that is going away is refused', () => {
    expect(() => takeOver(namespace({ deletedAt: made }), claim)).toThrow(
      'is just being taken away: try again in a minute',
    );
  });
});

describe('what a task may undo', () => {
  it('is what it has made itself', () => {
    expect(isMadeBy(facts({ task: 'a' }), 'a')).toBe(true);
    expect(isMadeBy(facts({ task: 'a' }), 'b')).toBe(false);
    expect(isMadeBy(facts(), undefined)).toBe(false);
  });
});
